import { useFormat } from './use-format.js';

/** A calendar day in the reader's language; a dash when there is none. */
export function DayText({ day }: { day: string | null }) {
  const format = useFormat();
  if (!day) return <span aria-hidden>–</span>;
  return (
    <time dateTime={day} className="figure">
      {format.day(day)}
    </time>
  );
}
