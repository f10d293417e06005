import { sayDate } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const deskFeedbackWords = catalogue({
  en: {
    title: 'Feedback',
    pages: { work: 'To do', held: 'Waiting for a decision', rates: 'How helpful articles are' },
    counted: (label: string, count: number) => `${label} (${count})`,
    pagesLabel: 'Feedback pages',
    work: {
      lead: 'What readers say did not help, by article. Mend the article, then mark it as handled.',
      all: 'All articles',
      mine: 'Articles I own',
      none: 'Nothing to do',
      noneText: 'Every “no” is handled. New ones appear here.',
      answers: (count: number) => (count === 1 ? '1 reader said no' : `${count} readers said no`),
      owner: (name: string) => `Owner: ${name}`,
      nobody: 'Nobody owns this article',
      open: 'Open the article',
      rates: 'How helpful it is',
      reason: (name: string, count: number) => `${name}: ${count}`,
      said: 'What readers wrote',
      handled: 'Mark as handled',
      about: (article: string) => `: ${article}`,
      more: 'The newest 10 are shown.',
    },
    held: {
      lead: 'Sent without the check against machines. It counts once somebody accepts it.',
      none: 'Nothing waits for a decision',
      noneText: 'Feedback that was sent without the check appears here.',
      caption: 'Feedback that waits for a decision',
      columns: { article: 'Article', reasons: 'Reasons', words: 'Words', sent: 'Sent', decide: 'Decide' },
      accept: 'Accept',
      refuse: 'Refuse',
      about: (at: string, article: string) => ` feedback of ${at} about ${article}`,
      more: (shown: number) => `The oldest ${shown} are shown.`,
    },
    rates: {
      overAll: 'All articles',
      of: (article: string) => `How readers find “${article}”`,
      percent: 'Readers who said yes, in percent',
      percentDescription: 'The share of readers each week who said that an article helped.',
      answers: 'Answers by week',
      answersDescription: 'How many readers said yes and no each week.',
      week: 'Week',
      weekOf: (day: string) => `Week of ${sayDate(day)}`,
      shortWeek: (day: string) => shortDay.format(new Date(`${day}T12:00:00Z`)),
      share: 'Said yes',
      inPercent: (value: number) => `${value}%`,
      yes: 'Yes',
      no: 'No',
      byArticle: 'By article, in the last 26 weeks',
      article: 'Article',
      none: 'No reader has answered yet',
      noneText: 'Answers to “Was this article helpful?” appear here, week by week.',
    },
    done: {
      accepted: 'Feedback accepted. It counts now.',
      refused: 'Feedback refused. It does not count.',
      handled: 'Marked as handled.',
    },
    unchanged: {
      'decided-already': 'A colleague had decided already. Nothing was changed.',
      'handled-already': 'A colleague had handled it already. Nothing was changed.',
    },
  },
});

export type DeskFeedbackWords = (typeof deskFeedbackWords)['en'];
