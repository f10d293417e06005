import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  Heading,
  List,
  type Page,
  Paragraph,
  Table,
  TypedLines,
} from '../../../ui/index.ts';
import { articleAddress } from '../../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { decideAddress } from './desk-feedback.addresses.ts';
import type { HeldFeedback } from './desk-feedback.store.ts';
import type { DeskFeedbackWords } from './desk-feedback.words.ts';
import { FeedbackNavigation } from './feedback-navigation.tsx';
import type { ReasonName } from './feedback-work.page.tsx';

interface HeldProps {
  items: readonly HeldFeedback[];
  held: number;
  notice: Notice | undefined;
  reasonName: ReasonName;
  timeZone: string;
}

interface Words {
  desk: DeskWords;
  feedback: DeskFeedbackWords;
}

export const heldFeedbackPage = (props: HeldProps, words: Words): Page => ({
  title: words.feedback.pages.held,
  width: 'full',
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.feedback.pages.held}</Heading>
      <FeedbackNavigation current="held" held={props.held} words={words.feedback} />
      <Paragraph>{words.feedback.held.lead}</Paragraph>
      {props.items.length === 0 ? (
        <EmptyState heading={words.feedback.held.none}>
          <p>{words.feedback.held.noneText}</p>
        </EmptyState>
      ) : (
        <Waiting {...props} words={words} />
      )}
    </>
  ),
});

function Waiting({ items, held, reasonName, timeZone, words }: HeldProps & { words: Words }) {
  const { caption, columns, more } = words.feedback.held;
  return (
    <>
      {held > items.length ? <Paragraph>{more(items.length)}</Paragraph> : null}
      <Table
        caption={caption}
        captionHidden
        columns={Object.values(columns).map((heading) => ({ heading }))}
        rows={items.map((item) => [
          <a key="article" href={articleAddress(item.category, item.slug)}>
            {item.title}
          </a>,
          <List key="reasons" items={item.reasons.map(reasonName)} />,
          item.words ? <TypedLines key="words">{item.words}</TypedLines> : null,
          words.desk.moment(item.sentAt, timeZone),
          <Decide key="decide" item={item} at={words.desk.moment(item.sentAt, timeZone)} words={words} />,
        ])}
      />
    </>
  );
}

const Decide = ({ item, at, words }: { item: HeldFeedback; at: string; words: Words }) => {
  const { accept, refuse, about } = words.feedback.held;
  const which = <span className="nhsuk-u-visually-hidden">{about(at, item.title)}</span>;
  return (
    <Form action={decideAddress(item.id)}>
      <ButtonGroup>
        <Button small variant="secondary" name="decision" value="accepted">
          {accept}
          {which}
        </Button>
        <Button small variant="warning" name="decision" value="refused">
          {refuse}
          {which}
        </Button>
      </ButtonGroup>
    </Form>
  );
};
