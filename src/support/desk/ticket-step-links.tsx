import { wordsIn } from '../../kernel/words.ts';
import { Heading, List, useVisit } from '../../ui/index.ts';
import type { ticketSteps } from './ticket-steps.ts';
import { ticketStepsWords } from './ticket-steps.words.ts';

/** Where the steps of a ticket are taken; nothing for one that needs an answer alone. */
export function TicketStepLinks({ steps }: { steps: ReturnType<typeof ticketSteps> }) {
  const words = wordsIn(ticketStepsWords, useVisit().language);
  if (steps.length === 0) return null;
  return (
    <>
      <Heading level={2}>{words.title}</Heading>
      <List
        items={steps.map(({ step, href }) =>
          href ? (
            <a key={step} href={href}>
              {words[step]}
            </a>
          ) : (
            words.byAdministrator(words[step])
          ),
        )}
      />
    </>
  );
}
