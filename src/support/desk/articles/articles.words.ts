import { sayDate } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

/** Words that the pages about articles share. */
export const articlesWords = catalogue({
  en: {
    title: 'Articles',
    write: 'Write an article',
    categories: 'Categories',
    filter: {
      state: 'State',
      category: 'Category',
      owner: 'Owner',
      any: 'All',
      unpublished: 'With a draft to publish',
      nobody: 'Nobody',
      review: 'To read again',
      reviewOnly: 'Only those to read again',
      show: 'Show',
    },
    count: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
    caption: 'Articles of the help centre',
    columns: {
      title: 'Title',
      category: 'Category',
      state: 'State',
      owner: 'Owner',
      review: 'Read again on',
    },
    states: { draft: 'Draft', published: 'Published', archived: 'Archived' },
    hasDraft: 'New draft',
    publish: 'Publish',
    publishWhat: (title: string) => `“${title}”`,
    overdue: 'Overdue',
    none: {
      heading: 'No article is like that',
      text: 'Choose something else above, or write an article.',
    },
    noOwner: 'Nobody',
    noDay: 'Not set',
    day: (day: string) => sayDate(day),
    done: {
      archived: 'The article is archived. The public does not read it any more.',
      reviewed: 'The article counts as read through today.',
      restored: 'The old version is the newest draft now. Publish it to let the public read it.',
      'draft-saved': 'The draft is saved. The public does not read it yet.',
      published: 'The article is published.',
      'cared-for': 'The changes are saved.',
      'category-added': 'The category is added. The public sees it once it holds a published article.',
      'category-changed': 'The category is changed. Its address stays the same.',
      'category-removed': 'The category is removed.',
    },
    unchanged: {
      'nothing-changed': 'Nothing was different, so no version was saved.',
      'published-already': 'The public reads this version already.',
      'changed-meanwhile':
        'A colleague saved another version meanwhile, so nothing was published. Read what it changes, then publish it.',
      'archived-already': 'The article was archived already.',
      'not-public': 'Only a published article is read through again.',
      'same-as-newest': 'The newest version says the same already.',
      'category-not-empty': 'The category still holds articles. Move them to another one first.',
    },
  },
});

export type ArticlesWords = (typeof articlesWords)['en'];
