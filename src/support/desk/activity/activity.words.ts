import { catalogue } from '../../../kernel/words.ts';

export const activityWords = catalogue({
  en: {
    title: 'Activity',
    about:
      'Everything on record, newest first. Details are kept encrypted, and are not shown here. The seals that protect the record are checked with the command gatehouse audit verify.',
    filters: {
      action: 'What happened',
      anything: 'Anything',
      person: 'Person',
      personHint: 'Who did it, or whose account it is: a name, an email address or an id',
      organisation: 'Unique ID of an organisation',
      from: 'First day',
      to: 'Last day',
      dayHint: 'For example, 27/3/2026',
    },
    search: 'Search',
    clear: 'Clear the search',
    problems: {
      person: 'Nobody is found by that. Enter another name, email address or id',
      organisation: 'No organisation has this unique ID',
      from: 'First day must be a day, like 27/3/2026',
      to: 'Last day must be a day, like 27/3/2026',
    },
    several: 'Which person do you mean?',
    caption: 'Everything that fits, newest first',
    captionFor: (name: string) => `What ${name} did, and what happened to their account`,
    columns: { what: 'What', who: 'Who', about: 'Whose account', from: 'Where from', at: 'When' },
    gone: 'An account that is gone',
    nobodys: 'Nobody’s',
    device: (description: string) => description,
    network: (code: string) => `Network ${code}`,
    notKnown: 'Not known',
    withReason: (reason: string) => `Reason: ${reason}`,
    at: (organisation: string) => `At ${organisation}`,
    older: 'Show older',
    newest: 'Back to the newest',
    none: {
      heading: 'Nothing on record fits',
      text: 'Search for less: another day, or anything that happened.',
    },
  },
});

export type ActivityWords = (typeof activityWords)['en'];
