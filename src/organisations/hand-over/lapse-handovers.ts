import { hours } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { findById } from '../places/organisation.store.ts';
import { endOffer, listLapsed } from './hand-over.store.ts';
import type { OfferHandoverNeeds } from './offer-handover.ts';
import { tellOfHandover } from './tell-of-handover.ts';

const batch = 50;

/** An offer that nobody answered in time is over, and both hear of it. */
export const lapseHandoversWork = (needs: OfferHandoverNeeds): DueWork => ({
  name: 'lapse-handovers',
  every: hours(1),
  runDue: async (now) => {
    const lapsed = await listLapsed(needs.database, now, batch);
    return eachApart(lapsed, ({ practice: practiceId, offer }) =>
      inTransaction(needs.database, async (tx) => {
        const practice = await findById(tx, practiceId);
        if (!practice || !(await endOffer(tx, offer.id, 'lapsed', now))) return 0;
        await needs.audit.record(tx, {
          action: 'handover-lapsed',
          actor: 'system',
          organisation: practice.id,
          record: { type: 'handover', id: offer.id },
        });
        await tellOfHandover(needs, tx, 'handover-lapsed', practice, offer);
        return 1;
      }),
    );
  },
});
