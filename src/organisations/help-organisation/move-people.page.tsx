import type { Services } from '../../platform/settings/services-setting.ts';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Paragraph,
  Table,
} from '../../ui/index.ts';
import { deskOrganisationAddress } from '../addresses.ts';
import type { Member } from '../members/member.ts';
import type { Organisation } from '../places/organisation.ts';
import { roleTitle } from '../roles/roles.ts';
import type { HelpOrganisationWords } from './help-organisation.words.ts';
import type { PlannedMove } from './plan-move.ts';

type Words = HelpOrganisationWords;

interface Move {
  from: Organisation;
  to: Organisation;
  services: Services;
}

export const movePeoplePage = (
  { from, to, people, form, services }: Move & { people: readonly Member[]; form: FormState },
  { move }: Words,
): Page => ({
  title: move.title,
  hasErrors: form.errors.length > 0,
  back: { href: deskOrganisationAddress(from.id) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={move.caption(from.name, to.name)}>{move.title}</Heading>
      {people.length === 0 ? (
        <Paragraph>{move.nobody}</Paragraph>
      ) : (
        <Form action={deskOrganisationAddress(from.id, 'move')}>
          <Checkboxes
            {...fieldOf(form, 'people')}
            label={move.label}
            hint={move.hint}
            options={people.map((member) => ({
              value: member.id,
              label: member.fullName,
              hint: [member.email, ...member.roles.map((role) => roleTitle(services, role))].join(', '),
            }))}
            small
          />
          <Button>{move.preview}</Button>
        </Form>
      )}
    </>
  ),
});

export function previewMovePage(
  { from, to, plans, services }: Move & { plans: readonly PlannedMove[] },
  words: Words,
): Page {
  const { preview, move } = words;
  const { columns } = preview;
  const movers = plans.filter(({ goes }) => goes !== 'stays');
  return {
    title: preview.title,
    back: { href: deskOrganisationAddress(from.id, 'move'), label: preview.back },
    width: 'full',
    body: (
      <>
        <Heading caption={move.caption(from.name, to.name)}>{preview.title}</Heading>
        <Table
          caption={preview.caption}
          captionHidden
          columns={[columns.name, columns.goes, columns.brings, columns.leaves].map((heading) => ({
            heading,
          }))}
          rows={plans.map((plan) => rowOf(plan, to, services, words))}
        />
        {movers.length === 0 ? (
          <Paragraph>{preview.empty}</Paragraph>
        ) : (
          <>
            <Paragraph>{preview.told}</Paragraph>
            <Form action={deskOrganisationAddress(from.id, 'moved')}>
              {movers.map(({ member }) => (
                <input key={member.id} type="hidden" name="people" value={member.id} />
              ))}
              <Button>{preview.confirm(movers.length)}</Button>
            </Form>
          </>
        )}
      </>
    ),
  };
}

function rowOf(plan: PlannedMove, to: Organisation, services: Services, { preview }: Words) {
  const { fullName } = plan.member;
  if (plan.goes === 'stays') return [fullName, preview.stays[plan.why], preview.nothing, preview.nothing];
  const brings = plan.brings.map((role) => roleTitle(services, role));
  const leaves = plan.leaves.map(({ role, why }) => preview.why[why](roleTitle(services, role)));
  return [
    fullName,
    preview.goes[plan.goes](to.name),
    listOr(brings, preview.nothing),
    listOr(leaves, preview.nothing),
  ];
}

const listOr = (items: readonly string[], nothing: string) =>
  items.length > 1 ? <List items={items} /> : (items[0] ?? nothing);
