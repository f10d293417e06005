import { catalogue } from '../../../kernel/words.ts';

export const oneArticleWords = catalogue({
  en: {
    back: 'Articles',
    facts: {
      state: 'State',
      address: 'Address',
      category: 'Category',
      owner: 'Owner',
      reviewOn: 'Read again on',
      position: 'Place in its category',
      related: 'Related articles',
      noRelated: 'None',
      change: 'Change',
      changeWhat: 'who looks after it, its place and related articles',
    },
    edit: 'Change the text',
    newDraft: 'There is a draft that the public does not read yet.',
    publish: { draft: 'Publish', published: 'Publish the draft', archived: 'Publish again' },
    reviewed: 'It is still right',
    archive: 'Archive',
    history: {
      title: 'History',
      columns: { version: 'Version', when: 'When', who: 'Who', note: 'What changed' },
      version: (number: number) => `Version ${number}`,
      file: 'From a file',
      someone: 'Somebody who left',
      isPublic: 'Public',
      first: 'First version',
    },
    version: {
      title: (number: number) => `Version ${number}`,
      wrote: (name: string, moment: string) => `${name}, ${moment}`,
      differences: (before: number) => `Different from version ${before}`,
      first: 'This is the first version.',
      text: 'The text',
      restore: 'Restore as a new draft',
      restoredNote: (number: number) => `Version ${number} again`,
      back: 'The article',
    },
    difference: {
      removed: 'Removed: ',
      added: 'Added: ',
      none: 'Nothing.',
      fields: {
        title: 'Title',
        summary: 'Summary',
        category: 'Category',
        keywords: 'Other words for it',
        isQuestion: 'Frequently asked question',
        body: 'Text',
      },
      yes: 'Yes',
      no: 'No',
    },
    publishing: {
      title: {
        draft: 'Publish this article?',
        published: 'Publish this draft?',
        archived: 'Publish this article again?',
      },
      wrote: (version: string, name: string, moment: string) => `${version}, by ${name}, ${moment}.`,
      text: {
        draft:
          'The public has never read this article. Once it is published, everybody can find and read it.',
        published:
          'The public reads an older version. Once the draft is published, everybody reads it instead.',
        archived:
          'This article was taken from the public. Once it is published, everybody can find and read it again.',
      },
      newAddress: 'The address follows the new title. The old address leads to it.',
      confirm: 'Publish it',
      differences: {
        draft: 'What changes',
        published: 'What changes for readers',
        archived: 'What changes since readers last saw it',
      },
      preview: 'As readers will see it',
    },
    archiving: {
      title: 'Archive this article?',
      text: 'The public will not find it any more. Whoever opens its address reads that it was taken away, and is offered the search. You can publish it again later.',
      confirm: 'Archive the article',
    },
    care: {
      title: 'Look after this article',
      owner: 'Owner',
      ownerHint: 'They are asked to keep it right.',
      nobody: 'Nobody',
      reviewOn: 'Read again on',
      reviewOnHint: 'Leave empty and nobody is asked. Publishing sets it again.',
      position: 'Place in its category',
      positionHint: 'A number. Small ones come first.',
      related: 'Related articles',
      relatedHint: 'Their addresses, one a line, in the order they are shown. The last part is enough.',
      save: 'Save',
      errors: {
        owner: 'Choose somebody who writes articles',
        day: 'Enter a real date, like 27 3 2027',
        position: 'Place must be a whole number up to 999,999',
        related: (slugs: string) => `No article has the address ${slugs}`,
        manyRelated: 'Choose 10 related articles or fewer',
      },
    },
  },
});

export type OneArticleWords = (typeof oneArticleWords)['en'];
