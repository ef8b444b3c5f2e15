export { BackLink } from './back-link.js';
export { DayText } from './day-text.js';
export { EmptyState } from './empty-state.js';
export { ErrorState } from './error-state.js';
export { chartValue, type MoneyStyle } from './format.js';
export { Loaded } from './loaded.js';
export { wordsIn } from './localized.js';
export { type MoneyBar, MoneyBars } from './money-bars.js';
export { MoneyText } from './money-text.js';
export { PageHeader } from './page-header.js';
export { Pager, type PageWindow } from './pager.js';
export { KindChoice } from './kind-choice.js';
export { PeriodPicker } from './period-picker.js';
export { PersonAvatar } from './person-avatar.js';
export { useProblemText } from './problem-text.js';
export { Skeletons } from './skeletons.js';
export { SortHeader, type SortDirection } from './sort-header.js';
export { Sparkline } from './sparkline.js';
export { TimeText } from './time-text.js';
export { useFormat } from './use-format.js';
export {
  currentOf,
  kindsInUse,
  periodsOfKind,
  usePeriodChoice,
  type PeriodChoice,
  type PeriodRow,
  type Periods,
} from './use-periods.js';
