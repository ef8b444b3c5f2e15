/** What a question is about. */
export const topicThemes = ['start', 'work', 'growth', 'team', 'feedback'] as const;
export type TopicTheme = (typeof topicThemes)[number];

type Question = {
  readonly theme: TopicTheme;
  readonly text: { readonly en: string; readonly de: string };
};

const question = (theme: TopicTheme, en: string, de: string): Question => ({
  theme,
  text: { en, de },
});

/** Questions for an agenda, for those days on which nothing comes to mind. */
export const topicBank: readonly Question[] = [
  question('start', 'What went well since last time?', 'Was lief seit dem letzten Mal gut?'),
  question(
    'start',
    'What is on your mind most at the moment?',
    'Was beschäftigt dich gerade am meisten?',
  ),
  question('start', 'How is your week, honestly?', 'Wie ist deine Woche, ganz ehrlich?'),
  question(
    'work',
    'What is in your way, and who could move it?',
    'Was steht dir im Weg, und wer könnte es wegräumen?',
  ),
  question(
    'work',
    'Which deal would you like to look at together?',
    'Welchen Abschluss möchtest du gemeinsam ansehen?',
  ),
  question('work', 'What should we stop doing?', 'Womit sollten wir aufhören?'),
  question('growth', 'What would you like to learn next?', 'Was möchtest du als Nächstes lernen?'),
  question('growth', 'Where do you want to be in a year?', 'Wo möchtest du in einem Jahr stehen?'),
  question(
    'growth',
    'Which task would you like to hand over, and which to take on?',
    'Welche Aufgabe möchtest du abgeben, welche übernehmen?',
  ),
  question(
    'team',
    'How is it going with the others in the team?',
    'Wie läuft es mit den anderen im Team?',
  ),
  question(
    'team',
    'Who has helped you of late and should hear it?',
    'Wer hat dir zuletzt geholfen und sollte das hören?',
  ),
  question('feedback', 'What could I do better for you?', 'Was könnte ich für dich besser machen?'),
  question(
    'feedback',
    'Which feedback have you been missing?',
    'Welche Rückmeldung hat dir zuletzt gefehlt?',
  ),
];
