import { catalogue } from '../kernel/words.ts';

/** Words of the components every page is made of. */
export const uiWords = catalogue({
  en: {
    field: {
      error: 'Error:',
      optional: (label: string) => `${label} (optional)`,
      show: 'Show',
      hide: 'Hide',
      showPassword: 'Show password',
      hidePassword: 'Hide password',
      passwordIsShown: 'Your password is shown',
      passwordIsHidden: 'Your password is hidden',
    },
    date: { day: 'Day', month: 'Month', year: 'Year' },
    characters: {
      limit: (maximum: number) => `You can enter up to ${maximum.toLocaleString('en-GB')} characters`,
      // Filled in by the browser, which counts while the person types.
      left: 'You have %{count} characters left',
      oneLeft: 'You have 1 character left',
      over: 'You have %{count} characters too many',
      oneOver: 'You have 1 character too many',
    },
    // Only someone who changed the page can send what its fields do not offer.
    unexpected: 'Choose one of the answers shown',
    errorSummary: 'There is a problem',
    staleForm: 'The page was open for too long. Check what you entered and send it again',
    information: 'Information:',
    important: 'Important',
    success: 'Success',
    serviceNotice: 'Service notice:',
    chart: { asTable: 'The same numbers as a table' },
    pagination: {
      label: 'Pages of results',
      previous: 'Previous',
      next: 'Next',
      page: ' page',
      numbered: (number: number) => `Page ${number}`,
    },
    progress: (percent: number) => `${percent}% done`,
  },
});
