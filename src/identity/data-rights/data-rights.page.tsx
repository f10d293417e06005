import type { Duration } from '../../kernel/duration.ts';
import { Button, Form, Heading, InsetText, List, type Page, Paragraph } from '../../ui/index.ts';
import type { CopyState } from './data-export.ts';
import {
  closeAddress,
  correctAddress,
  dataAddress,
  exportAddress,
  exportFileAddress,
} from './data-rights.addresses.ts';
import type { DataRightsWords } from './data-rights.words.ts';

interface DataRightsProps {
  copy: CopyState;
  closedFor: Duration;
  timeZone: string;
}

export const dataRightsPage = (props: DataRightsProps, words: DataRightsWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      <Paragraph>
        <a href="/privacy">{words.privacy}</a>
      </Paragraph>
      <Heading level={2}>{words.copy.title}</Heading>
      <Copy {...props} words={words} />
      <Heading level={2}>{words.correct.title}</Heading>
      <Paragraph>{words.correct.about}</Paragraph>
      <Paragraph>
        <a href={correctAddress}>{words.correct.link}</a>
      </Paragraph>
      <Heading level={2}>{words.close.title}</Heading>
      <Paragraph>{words.close.about(props.closedFor)}</Paragraph>
      <Paragraph>
        <a href={closeAddress}>{words.close.link}</a>
      </Paragraph>
    </>
  ),
});

function Copy({ copy, timeZone, words: { copy: words } }: DataRightsProps & { words: DataRightsWords }) {
  if (copy.state === 'being-prepared')
    return (
      <InsetText>
        <p>{words.preparing}</p>
        <p>{words.preparingSince(copy.askedAt, timeZone)}</p>
        <p>
          <a href={dataAddress}>{words.lookAgain}</a>
        </p>
      </InsetText>
    );
  return (
    <>
      {copy.state === 'ready' ? (
        <InsetText>
          <p>{words.ready}</p>
          <p>{words.readyUntil(copy.readyAt, copy.expiresAt, timeZone)}</p>
          <List
            items={[
              <a key="read" href={exportAddress}>
                {words.read}
              </a>,
              <a key="file" href={exportFileAddress}>
                {words.download}
              </a>,
            ]}
          />
        </InsetText>
      ) : null}
      <Paragraph>{words.about}</Paragraph>
      <Form action={exportAddress}>
        <Button variant="secondary">{copy.state === 'ready' ? words.askAgain : words.ask}</Button>
      </Form>
    </>
  );
}
