import {
  Button,
  ButtonGroup,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Radios,
  Table,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { myPeopleAddress, removeFromSeveralAddress, userAddress } from '../addresses.ts';
import { removalReasons } from '../members/member.ts';
import { HiddenFields } from './hidden-fields.tsx';
import type { MyPeopleWords } from './my-people.words.ts';
import { AnotherOrBack, Plans, type PlansProps } from './plans.tsx';
import type { Held, RemovalFromSeveral, RemovedAt } from './remove-from-several.ts';

export const removeConfirmAddress = `${removeFromSeveralAddress}/confirm`;

interface FindProps {
  form: FormState;
  typed: string | undefined;
  persons: readonly (readonly Held[])[];
}

export const findPersonPage = ({ form, typed, persons }: FindProps, words: MyPeopleWords): Page => ({
  title: words.remove.title,
  width: 'full',
  hasErrors: form.errors.length > 0,
  back: { href: myPeopleAddress, label: words.back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.remove.title}</Heading>
      <Form action={removeFromSeveralAddress} method="get">
        <TextInput
          {...fieldOf(form, 'find')}
          label={words.remove.find}
          hint={words.remove.findHint}
          width={30}
          spellCheck={false}
        />
        <Button>{words.remove.search}</Button>
      </Form>
      {typed ? <Found typed={typed} persons={persons} words={words} /> : null}
    </>
  ),
});

interface FoundProps {
  typed: string;
  persons: FindProps['persons'];
  words: MyPeopleWords;
}

const Found = ({ typed, persons, words }: FoundProps) =>
  persons.length === 0 ? (
    <EmptyState heading={words.remove.nobody(typed)}>
      <Paragraph>{words.remove.nobodyHint}</Paragraph>
    </EmptyState>
  ) : (
    <Table
      caption={words.remove.found}
      columns={[words.remove.name, words.remove.email, words.remove.where].map((heading) => ({ heading }))}
      rows={persons.map((held) => [
        <a key="choose" href={`${removeFromSeveralAddress}?member=${held[0]?.found.id}`}>
          {held[0]?.found.fullName}
        </a>,
        held[0]?.found.email,
        held.map((one) => placeName(one, words)).join(', '),
      ])}
    />
  );

const placeName = ({ place }: Held, words: MyPeopleWords): string =>
  words.named(place.organisation.name, place.organisation.code);

interface ChooseProps {
  form: FormState;
  member: string;
  held: readonly Held[];
}

const nameOf = (held: readonly Held[]): string => held[0]?.found.fullName ?? '';

export const choosePlacesPage = ({ form, member, held }: ChooseProps, words: MyPeopleWords): Page => ({
  title: words.remove.chooseTitle(nameOf(held)),
  hasErrors: form.errors.length > 0,
  back: { href: removeFromSeveralAddress },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.remove.chooseTitle(nameOf(held))}</Heading>
      <Form action={removeFromSeveralAddress}>
        <HiddenFields fields={{ member }} />
        <Checkboxes
          {...fieldOf(form, 'chosen')}
          label={words.remove.places}
          options={held.map((one) => ({ value: one.found.id, label: placeName(one, words) }))}
        />
        <Radios
          {...fieldOf(form, 'because')}
          label={words.remove.because}
          options={removalReasons.map((reason) => ({
            value: reason,
            label: words.remove.reasons[reason],
            ...(reason === 'security' && { hint: words.remove.securityHint }),
          }))}
        />
        <TextArea
          {...fieldOf(form, 'note')}
          label={words.remove.note}
          hint={words.remove.noteHint}
          rows={3}
        />
        <Button>{words.remove.preview}</Button>
      </Form>
    </>
  ),
});

interface PlanProps {
  member: string;
  removal: RemovalFromSeveral;
  plans: readonly RemovedAt[];
}

const isEnding = ({ plan }: RemovedAt) => plan.outcome === 'ended';

export const removePreviewPage = ({ member, removal, plans }: PlanProps, words: MyPeopleWords): Page => ({
  title: words.remove.check,
  width: 'full',
  body: (
    <>
      <Heading caption={nameOf(plans)}>{words.remove.check}</Heading>
      <RemovalPlans plans={plans} tense="planned" words={words} />
      <Paragraph>{plans.some(isEnding) ? words.remove.told : words.remove.nothing}</Paragraph>
      <Form action={removeConfirmAddress}>
        <HiddenFields fields={{ member, ...removal, chosen: plans.map(({ found }) => found.id) }} />
        <ButtonGroup>
          {plans.some(isEnding) ? <Button variant="warning">{words.remove.send}</Button> : null}
          <Button variant="secondary" name="step" value="change">
            {words.change}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  ),
});

export const removedPage = (plans: readonly RemovedAt[], words: MyPeopleWords): Page => ({
  title: words.remove.done,
  width: 'full',
  body: (
    <>
      <Heading caption={nameOf(plans)}>{words.remove.done}</Heading>
      <RemovalPlans plans={plans} tense="done" words={words} />
      {plans.some(isEnding) ? <Paragraph>{words.remove.undo}</Paragraph> : null}
      <AnotherOrBack href={removeFromSeveralAddress} label={words.remove.another} words={words} />
    </>
  ),
});

const RemovalPlans = (props: PlansProps<RemovedAt>) => (
  <Plans
    {...props}
    caption={props.words.remove.places}
    row={({ place, found, plan }) => [
      <a key="user" href={userAddress(place.organisation.code, found.id)}>
        {props.words.named(place.organisation.name, place.organisation.code)}
      </a>,
      props.words.remove.removed[plan.outcome][props.tense],
    ]}
  />
);
