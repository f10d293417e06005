import { catalogue } from '../../../kernel/words.ts';

export const writeArticleWords = catalogue({
  en: {
    newTitle: 'Write an article',
    title: 'Change an article',
    back: 'Articles',
    backToArticle: 'The article',
    noCategory: {
      text: 'An article needs a category. Add one first.',
      add: 'Add a category',
    },
    fields: {
      title: 'Title',
      titleHint: 'As people would say it, like “I cannot log in”.',
      summary: 'Summary',
      summaryHint: 'One sentence. Lists and search results show it.',
      category: 'Category',
      isQuestion: 'Show on the help page',
      isQuestionYes: 'It is a frequently asked question',
      keywords: 'Other words for it',
      keywordsHint: 'What people may search for and the text does not say. Separate with commas.',
      body: 'Text',
      bodyHint:
        'In Markdown: ## for a heading, 1. for a step, - for a list, **bold**, [words](/contact) for a link. Pictures, tables and HTML are not shown.',
      note: 'What did you change?',
      noteHint: 'Optional. Colleagues read it in the history.',
    },
    save: 'Save as a draft',
    preview: 'Preview',
    publish: 'Publish',
    previewTitle: 'Preview',
    previewEnd: 'End of the preview. Nothing is saved yet.',
    previewEmpty: 'There is no text to preview yet.',
    draftWaits: 'You see the newest draft. The public reads an older version.',
    isArchived: 'This article is archived. Publish it to let the public read it again.',
    errors: {
      titleEmpty: 'Enter a title',
      titleLong: (most: number) => `Title must be ${most} characters or fewer`,
      summaryLong: (most: number) => `Summary must be ${most} characters or fewer`,
      category: 'Choose a category',
      keywordsLong: (most: number) => `Other words must be ${most} characters or fewer`,
      bodyEmpty: 'Enter the text of the article',
      bodyLong: (most: number) => `Text must be ${most.toLocaleString('en-GB')} characters or fewer`,
      noteLong: (most: number) => `What you changed must be ${most} characters or fewer`,
    },
    meanwhile: {
      error: (name: string) =>
        `${name} saved another version while you were writing. Your words are still here: compare, then save again`,
      someone: 'A colleague',
      heading: 'What was changed meanwhile',
      text: 'Take over what you want to keep into your text below. When you save, your text becomes the newest version, and the other one stays in the history.',
    },
  },
});

export type WriteArticleWords = (typeof writeArticleWords)['en'];
