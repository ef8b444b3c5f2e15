import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly label: string;
  readonly text: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly onCancel: () => void;
};

/** A text in its place: Enter saves it, Escape leaves it as it was. */
export function TextEdit({ label, text: start, onSave, onCancel }: Props) {
  const { t } = useTranslation('action');
  const [text, setText] = useState(start);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => text.trim() && void onSave(text.trim());
  return (
    <>
      <Textarea
        aria-label={label}
        ref={field}
        autosize
        maxLength={1000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          save();
        }}
      />
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={save} disabled={!text.trim()}>
          {t('save')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </>
  );
}
