import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Radios,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import { deskTicketsAddress } from '../../../addresses.ts';
import { type Notice, OutcomeNotice } from '../../outcome-notice.tsx';
import { deskViewsAddress, ticketListAddress } from '../addresses.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { SavedView } from '../saved-view.store.ts';
import type { ViewsWords } from './views.words.ts';

interface ViewsProps {
  views: readonly (SavedView & { mayRemove: boolean })[];
  form: FormState;
  /** The list that is to be saved, if one is. */
  saves: boolean;
  mayShare: boolean;
  notice: Notice | undefined;
}

interface Words {
  views: ViewsWords;
  tickets: DeskTicketsWords;
}

export const viewsPage = (props: ViewsProps, words: Words): Page => ({
  title: props.saves ? words.views.save.heading : words.views.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: deskTicketsAddress, label: words.tickets.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <OutcomeNotice notice={props.notice} />
      <Heading>{props.saves ? words.views.save.heading : words.views.title}</Heading>
      {props.saves ? <SaveForm {...props} words={words.views} /> : <Saved {...props} words={words.views} />}
    </>
  ),
});

type Inner = ViewsProps & { words: ViewsWords };

const SaveForm = ({ form, mayShare, words: { save } }: Inner) => (
  <Form action={deskViewsAddress}>
    <input type="hidden" name="query" value={form.values.query ?? ''} />
    <TextInput {...fieldOf(form, 'name')} label={save.name} autoComplete="off" width={30} />
    {mayShare ? (
      <Radios
        {...fieldOf(form, 'shared')}
        value={form.values.shared || 'own'}
        label={save.shared}
        options={[
          { value: 'own', label: save.own },
          { value: 'everybody', label: save.everybody },
        ]}
      />
    ) : null}
    <Button>{save.button}</Button>
  </Form>
);

function Saved({ views, words }: Inner) {
  const { columns, save } = words;
  if (views.length === 0) return <Paragraph>{words.none}</Paragraph>;
  return (
    <Table
      caption={words.caption}
      captionHidden
      columns={[columns.name, columns.whose, columns.remove].map((heading) => ({ heading }))}
      rows={views.map((view) => [
        <a key="name" href={ticketListAddress(view.query)}>
          {view.name}
        </a>,
        view.isShared ? save.everybody : save.own,
        view.mayRemove ? (
          <Form key="remove" action={`${deskViewsAddress}/${view.id}/remove`}>
            <Button variant="secondary" small>
              {words.remove}
              <span className="nhsuk-u-visually-hidden"> {words.removeOf(view.name)}</span>
            </Button>
          </Form>
        ) : null,
      ])}
    />
  );
}
