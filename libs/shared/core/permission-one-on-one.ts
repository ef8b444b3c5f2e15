import { signedIn, type PermissionRow } from './permission-row.js';

/** Between two people: the services show a series to nobody else, whatever their role. */
export const betweenTwo: readonly PermissionRow[] = [
  ['Query', 'oneOnOnes oneOnOneMeeting searchOneOnOnes oneOnOneCadence', signedIn],
  ['Query', 'oneOnOneInvitation sharedOneOnOnes', signedIn],
  [
    'Mutation',
    'startOneOnOne changeOneOnOneRhythm endOneOnOne saveOneOnOneReminder saveOneOnOneMeeting saveOneOnOneTopic moveOneOnOneTopic removeOneOnOneTopic saveOneOnOneAction removeOneOnOneAction saveSharedNote savePrivateNote shareOneOnOne unshareOneOnOne saveOneOnOneMoodWish saveOneOnOneMood',
    signedIn,
  ],
  [
    'OneOnOne',
    'id partner rhythm first anchor time timeZone minutes endedOn nextNumber nextDay meetings cadence openActions reminder share shareReaders moodWish mood',
    signedIn,
  ],
  [
    'OneOnOneMeeting',
    'oneOnOneId number day time timeZone plannedDay plannedTime status skipNote sharedNote version privateNote topics actions moods',
    signedIn,
  ],
  ['OneOnOneShare', 'reader mine sharedOn', signedIn],
  ['SharedOneOnOne', 'id member partner sharedOn notes actions', signedIn],
  ['SharedNote', 'number day text', signedIn],
  ['OneOnOneMood', 'member mood', signedIn],
  ['OneOnOneDate', 'number day status', signedIn],
  ['OneOnOneTopic', 'id raised settled author text version', signedIn],
  ['OneOnOneAction', 'id raised owner text dueOn doneOn', signedIn],
  ['OneOnOneHit', 'oneOnOneId number kind text', signedIn],
  ['OneOnOneCadence', 'member partner endedOn due kept skipped missed streak', signedIn],
];
