import { Turnstile } from './turnstile.js';

it('never lets more through at once than it has places, and forgets nobody', async () => {
  const turnstile = new Turnstile(4);
  let inside = 0;
  let most = 0;
  const visits = Array.from({ length: 50 }, (_, visit) =>
    turnstile.pass(async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, visit % 3));
      inside -= 1;
      if (visit % 7 === 0) throw new Error('left early');
    }),
  );
  const ended = await Promise.allSettled(visits);
  expect(most).toBe(4);
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(8);
});
