import {
  answersOf,
  draftOf,
  forgetDraft,
  keepDraft,
  keepMailboxes,
  mailboxes,
  withMailboxes,
} from './draft.js';

class Device implements Storage {
  [name: string]: unknown;
  private readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  clear = () => this.kept.clear();
  getItem = (key: string) => this.kept.get(key) ?? null;
  key = (place: number) => [...this.kept.keys()][place] ?? null;
  removeItem = (key: string) => void this.kept.delete(key);
  setItem = (key: string, value: string) => void this.kept.set(key, value);
}

it('keeps a draft with its secret until it is forgotten', () => {
  const device = new Device();
  const draft = draftOf('w', device);
  expect(draft.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(draftOf('w', device).secret).not.toBe(draft.secret);
  keepDraft('w', { ...draft, answers: { q: 3 } }, device);
  expect(draftOf('w', device)).toEqual({ ...draft, answers: { q: 3 } });
  expect(draftOf('other', device).answers).toEqual({});
  forgetDraft('w', device);
  expect(draftOf('w', device).answers).toEqual({});
});

it('sends steps and words, and leaves out what is blank', () => {
  const answers = { a: 0, b: ' more tea ', c: '  ' };
  const ready = withMailboxes({ secret: 's', answers, mailboxes: {} });
  expect(withMailboxes(ready)).toEqual(ready);
  expect(answersOf(ready).answers).toEqual([
    { question: 'a', value: 0 },
    { question: 'b', text: 'more tea', mailbox: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

it('remembers the newest fifty mailboxes, and nothing of what was written', () => {
  const device = new Device();
  for (let i = 0; i < 60; i++)
    keepMailboxes(
      {
        answers: [
          { question: 'q', text: 'hush', mailbox: String(i) },
          { question: 'r', value: 1 },
        ],
      },
      device,
    );
  expect(mailboxes(device)).toHaveLength(50);
  expect(mailboxes(device)[0]).toBe('59');
  expect(device.getItem(device.key(0)!)).not.toContain('hush');
});

it('works where nothing can be kept', () => {
  const closed = new Device();
  const refuse = () => {
    throw new Error('QuotaExceededError');
  };
  Object.assign(closed, { getItem: refuse, setItem: refuse, removeItem: refuse });
  keepDraft('w', draftOf('w', closed), closed);
  forgetDraft('w', closed);
  expect(draftOf('w', closed).answers).toEqual({});
  expect(mailboxes(closed)).toEqual([]);
});
