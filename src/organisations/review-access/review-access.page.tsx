import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  NotificationBanner,
  type Page,
  Paragraph,
  Radios,
  WarningCallout,
} from '../../ui/index.ts';
import { reviewAddress, usersAddress } from '../addresses.ts';
import { isOverdue, type OpenReview } from '../administrators/open-reviews.store.ts';
import { roleTitle } from '../roles/roles.ts';
import { PastReviews } from './past-review.page.tsx';
import type { ReviewedPeople, ReviewedPerson, ReviewPageData } from './read-review.ts';
import type { ReasonToLook } from './reasons-to-look.ts';
import { fieldOfPerson } from './review-access.form.ts';
import type { ReviewAccessWords } from './review-access.words.ts';

export interface ReviewPageProps extends ReviewPageData {
  form: FormState;
  now: Date;
  timeZone: string;
  /** How many are left, where answers were just saved. */
  savedWithLeft: number | undefined;
}

type Words = ReviewAccessWords;
type PartProps = ReviewPageProps & { words: Words };

export const reviewPage = (props: ReviewPageProps, words: Words): Page => ({
  title: words.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: usersAddress(props.here.practice.code), label: words.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      {props.savedWithLeft !== undefined && props.form.errors.length === 0 ? (
        <NotificationBanner success heading={words.saved(props.savedWithLeft)} />
      ) : null}
      <Heading caption={props.here.practice.name}>{words.title}</Heading>
      {props.open ? (
        <OpenReviewPart {...props} open={props.open} words={words} />
      ) : (
        <NoReview {...props} words={words} />
      )}
      <PastReviews {...props} words={words} />
    </>
  ),
});

const NoReview = ({ nextAt, timeZone, words: { none } }: PartProps) => (
  <EmptyState heading={none.heading}>
    <p>{nextAt ? none.next(nextAt, timeZone) : none.never}</p>
  </EmptyState>
);

type OpenProps = PartProps & { open: OpenReview & ReviewedPeople };

const OpenReviewPart = (props: OpenProps) => {
  const { open, here, now, timeZone, words } = props;
  const isLate = isOverdue(open, now);
  return (
    <>
      {isLate ? (
        <WarningCallout>
          <p>{words.overdue(open.dueAt, timeZone)}</p>
        </WarningCallout>
      ) : null}
      <Paragraph>{words.lead(here.practice.name)}</Paragraph>
      <InsetText>
        <p>{isLate ? words.nothingYet : `${words.until(open.dueAt, timeZone)} ${words.nothingYet}`}</p>
      </InsetText>
      <Form action={reviewAddress(here.practice.code)}>
        <Questions {...props} heading={words.first} people={open.first} />
        <Questions
          {...props}
          heading={words.others}
          text={hasOpenOthers(open) ? words.othersText : undefined}
          people={open.others}
        />
        {open.first.length + open.others.length === 0 ? <Paragraph>{words.noOthers}</Paragraph> : null}
        <Buttons {...props} />
      </Form>
      <NotAsked {...props} />
    </>
  );
};

/** The first button is the one that the Enter key presses, and finishes nothing. */
const Buttons = ({ open, words }: OpenProps) => (
  <ButtonGroup>
    <Button name="do" value="continue">
      {words.continue}
    </Button>
    {hasOpenOthers(open) ? (
      <Button name="do" value="keep-others" variant="secondary">
        {words.keepOthers}
      </Button>
    ) : null}
    <Button name="do" value="save" variant="secondary">
      {words.save}
    </Button>
  </ButtonGroup>
);

const hasOpenOthers = ({ others }: OpenProps['open']) =>
  others.some(({ decision }) => decision === undefined);

function Questions({
  heading,
  text,
  people,
  ...props
}: OpenProps & { heading: string; text?: string | undefined; people: readonly ReviewedPerson[] }) {
  if (people.length === 0) return null;
  return (
    <>
      <Heading level={2}>{heading}</Heading>
      {text ? <Paragraph>{text}</Paragraph> : null}
      {people.map((person) => (
        <Question key={person.member.id} person={person} {...props} />
      ))}
    </>
  );
}

function Question({ person, form, here, timeZone, words }: OpenProps & { person: ReviewedPerson }) {
  const { member, branch, reasons, decision } = person;
  const field = fieldOf(form, fieldOfPerson(member.id));
  const roles = member.roles.map((role) => roleTitle(here.services, role)).join(', ');
  return (
    <Radios
      {...field}
      value={field.value ?? decision}
      label={member.fullName}
      hint={
        <>
          {[
            member.email,
            roles ? words.rolesAre(roles) : words.noRoles,
            ...(branch ? [words.onlyAt(branch)] : []),
          ].map((line) => (
            <span className="gh-line" key={line}>
              {line}
            </span>
          ))}
          {reasons.map((reason) => (
            <strong className="gh-line" key={reason.why}>
              {sayReason(reason, timeZone, words)}
            </strong>
          ))}
        </>
      }
      options={[
        { value: 'keep', label: words.keep },
        { value: 'remove', label: words.remove },
      ]}
      inline
      small
    />
  );
}

function sayReason(reason: ReasonToLook, timeZone: string, { reasons }: Words): string {
  switch (reason.why) {
    case 'not-accepted':
      return reasons.notAccepted(reason.since, timeZone);
    case 'never-used':
      return reasons.neverUsed(reason.since, timeZone);
    case 'unused':
      return reasons.unused(reason.since, timeZone);
    case 'end-passed':
      return reasons.endPassed(reason.on);
    case 'end-near':
      return reasons.endNear(reason.on);
    default:
      return reasons[reason.why];
  }
}

const NotAsked = ({ open, words: { notAsked } }: OpenProps) =>
  open.notAsked.length === 0 ? null : (
    <>
      <Heading level={2}>{notAsked.heading}</Heading>
      <Paragraph>{notAsked.text}</Paragraph>
      <List items={open.notAsked.map(({ member }) => member.fullName)} />
    </>
  );
