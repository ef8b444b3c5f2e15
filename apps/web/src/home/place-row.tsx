import { Group, Text } from '@mantine/core';
import type { Place } from '../standing/board.js';
import { Movement } from '../standing/movement.js';
import { useScore } from '../standing/use-score.js';
import { PersonAvatar } from '../ui/index.js';

/** One place of a board in short: rank, person, score, movement. */
export function PlaceRow({ place }: { place: Place }) {
  const write = useScore('credited');
  const { rank, member, score, currency, movement, mine } = place;
  return (
    <Group wrap="nowrap" gap="sm">
      <Text w={26} fw={600} ff="heading" className="figure">
        {rank}
      </Text>
      <PersonAvatar name={member.name} size={34} />
      <Text flex={1} miw={0} truncate fw={mine ? 700 : 500}>
        {member.name}
      </Text>
      <Text className="money" size="sm">
        {write(score, currency)}
      </Text>
      <Text w={40} component="span">
        <Movement by={movement} />
      </Text>
    </Group>
  );
}
