import { catalogue } from '../../../kernel/words.ts';

export const categoriesWords = catalogue({
  en: {
    title: 'Categories',
    back: 'Articles',
    add: 'Add a category',
    change: 'Change the category',
    backToAll: 'Categories',
    caption: 'Categories in the order people see them',
    columns: { title: 'Title', address: 'Address', articles: 'Articles', change: 'Change' },
    changeOne: 'Change',
    none: { heading: 'There is no category yet', text: 'Articles are written into categories.' },
    fields: {
      title: 'Title',
      description: 'Description',
      descriptionHint: 'One sentence, shown below the title.',
      position: 'Place',
      positionHint: 'A number. Small ones come first. Leave empty to put it last.',
    },
    save: 'Save',
    remove: 'Remove the category',
    removeText: 'A category can be removed when it holds no articles.',
    errors: {
      titleEmpty: 'Enter a title',
      titleLong: 'Title must be 120 characters or fewer',
      descriptionLong: 'Description must be 300 characters or fewer',
      position: 'Place must be a whole number up to 999,999',
    },
  },
});

export type CategoriesWords = (typeof categoriesWords)['en'];
