import { UnstyledButton } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import classes from './survey-form.module.css';

type Props = {
  label: string;
  steps: readonly { readonly value: number; readonly text: string; readonly said: string }[];
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** Options under each other, with words as long as they like. */
  stacked?: boolean;
};

/** One of several steps, large enough for a thumb; arrows move, and a second press takes the answer back. */
export function StepField({ label, steps, value, onChange, stacked = false }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const place = steps.findIndex((step) => step.value === value);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = Math.min(steps.length - 1, Math.max(0, Math.max(place, 0) + by));
    onChange(steps[next]!.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      className={stacked ? classes.options : classes.steps}
      onKeyDown={move}
    >
      {steps.map((step, i) => (
        <UnstyledButton
          key={step.value}
          role="radio"
          aria-checked={step.value === value}
          aria-label={step.said}
          tabIndex={i === Math.max(place, 0) ? 0 : -1}
          className={classes.step}
          onClick={() => onChange(step.value === value ? undefined : step.value)}
        >
          {step.text}
        </UnstyledButton>
      ))}
    </div>
  );
}
