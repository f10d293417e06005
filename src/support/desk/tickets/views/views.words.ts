import { catalogue } from '../../../../kernel/words.ts';

export const viewsWords = catalogue({
  en: {
    title: 'Saved views',
    save: {
      heading: 'Save this view',
      name: 'Name of the view',
      shared: 'Who sees it?',
      own: 'Only me',
      everybody: 'Everybody who answers tickets',
      button: 'Save the view',
    },
    problems: {
      empty: 'Enter a name for the view',
      long: 'The name must be 80 characters or fewer',
      shared: 'Choose who sees it',
    },
    caption: 'Saved views',
    columns: { name: 'View', whose: 'Who sees it', remove: 'Remove' },
    remove: 'Remove',
    removeOf: (name: string) => `the view ${name}`,
    none: 'No view is saved. Search or filter tickets first, then choose “Save this view”.',
    done: { 'view-saved': 'The view is saved.', 'view-removed': 'The view is removed.' } as Record<
      string,
      string
    >,
    unchanged: { 'too-many': 'There are too many saved views. Remove one first.' } as Record<string, string>,
  },
});

export type ViewsWords = (typeof viewsWords)['en'];
