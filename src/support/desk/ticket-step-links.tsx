import { wordsIn } from '../../kernel/words.ts';
import { Heading, List, useVisit } from '../../ui/index.ts';
import type { TicketStep } from './ticket-steps.ts';
import { ticketStepsWords } from './ticket-steps.words.ts';

/** Where the steps of a ticket are taken; nothing for one that needs an answer alone. */
export function TicketStepLinks({ steps }: { steps: readonly TicketStep[] }) {
  const words = wordsIn(ticketStepsWords, useVisit().language);
  if (steps.length === 0) return null;
  return (
    <>
      <Heading level={2}>{words.title}</Heading>
      <List items={steps.map((step) => stepOf(step, words))} />
    </>
  );
}

function stepOf(taken: TicketStep, words: (typeof ticketStepsWords)['en']) {
  if (taken.step === 'became') {
    const { id, reference, organisation, state } = taken.made;
    return <a href={`/desk/registrations/${id}`}>{words.became[state](reference, organisation)}</a>;
  }
  const { step, href } = taken;
  return href ? <a href={href}>{words[step]}</a> : words.byAdministrator(words[step]);
}
