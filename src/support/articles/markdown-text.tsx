import { htmlOf } from './markdown.ts';

/** What an editor wrote, as readers see it; `htmlOf` lets nothing through that runs or loads. */
export const MarkdownText = ({ markdown }: { markdown: string }) => (
  <div className="gh-article" dangerouslySetInnerHTML={{ __html: htmlOf(markdown) }} />
);
