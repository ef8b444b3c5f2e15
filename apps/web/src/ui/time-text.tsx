import { useFormat } from './use-format.js';

/** How long ago an instant was, with the exact moment as its tooltip. */
export function TimeText({ at }: { at: string }) {
  const { relative, instant } = useFormat();
  return (
    <time dateTime={at} title={instant(at)}>
      {relative(at)}
    </time>
  );
}
