import { Heading, Paragraph } from '../../../ui/index.ts';
import type { ArticleText, Category } from '../../articles/article.ts';
import { differencesOf, type Line } from './compare-lines.ts';
import type { OneArticleWords } from './one-article.words.ts';

interface DifferencesProps {
  before: ArticleText;
  after: ArticleText;
  categories: readonly Category[];
  words: OneArticleWords['difference'];
}

/** What was taken out and put in between two versions, field by field; said in words too, not by colour alone. */
export function Differences({ before, after, categories, words }: DifferencesProps) {
  const [left, right] = [shown(before, categories, words), shown(after, categories, words)];
  const changed = left.flatMap(({ label, text }, at) => {
    const now = right[at]?.text ?? '';
    return now === text ? [] : [{ label, lines: differencesOf(linesOf(text), linesOf(now)) }];
  });
  if (changed.length === 0) return <Paragraph>{words.none}</Paragraph>;
  return (
    <div className="gh-differences">
      {changed.map(({ label, lines }) => (
        <div key={label}>
          <Heading level={3}>{label}</Heading>
          {lines.map((line, at) => (
            <DifferentLine key={at} line={line} words={words} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Empty ones are alike everywhere, and say nothing. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function DifferentLine({ line, words }: { line: Line; words: OneArticleWords['difference'] }) {
  if (line.kind === 'same') return <p>{line.text}</p>;
  const Tag = line.kind === 'added' ? 'ins' : 'del';
  return (
    <p>
      <Tag>
        <span className="nhsuk-u-visually-hidden">{words[line.kind]}</span>
        {line.text}
      </Tag>
    </p>
  );
}

/** Each field as one text, in the order of the form. */
function shown(text: ArticleText, categories: readonly Category[], words: OneArticleWords['difference']) {
  const { fields } = words;
  return [
    { label: fields.title, text: text.title },
    { label: fields.summary, text: text.summary },
    { label: fields.category, text: categories.find(({ id }) => id === text.categoryId)?.title ?? '' },
    { label: fields.isQuestion, text: text.isQuestion ? words.yes : words.no },
    { label: fields.keywords, text: text.keywords.join(', ') },
    { label: fields.body, text: text.body },
  ];
}
