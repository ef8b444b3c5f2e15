import { Avatar } from '@mantine/core';

/** Tones dark enough for white initials in both schemes. */
const tones = [
  '#2c6546',
  '#7a4a1e',
  '#3c5a8a',
  '#8a3b52',
  '#5b4a8c',
  '#1f6a73',
  '#6b6321',
  '#85432b',
];

/** Initials on a colour that belongs to the name, so that a person looks the same everywhere. */
export function PersonAvatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <Avatar
      size={size}
      radius="xl"
      aria-hidden
      variant="filled"
      styles={{ placeholder: { background: toneOf(name), color: '#fff', fontSize: size * 0.38 } }}
    >
      {initials(name)}
    </Avatar>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

function toneOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return tones[sum % tones.length]!;
}
