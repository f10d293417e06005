import { catalogue } from '../../../../kernel/words.ts';

export const mergeTicketsWords = catalogue({
  en: {
    title: 'Merge into another ticket',
    text: 'Everything written here goes on to the other ticket, and this one is closed. What they write to this one later goes there too.',
    into: 'Reference of the ticket that stays',
    intoHint: 'For example, GH-7KQ2-M4XD',
    show: 'Show what will happen',
    preview: 'Check before you merge',
    goes: 'This one goes',
    stays: 'This one stays',
    facts: {
      ticket: 'Ticket',
      requester: 'Who asks',
      state: 'State',
      messages: 'Messages',
      last: 'Last message',
    },
    twoPeople: {
      heading: 'Different people read these tickets',
      text: 'All of them get every answer from now on. Nobody reads what was written before in a ticket that was not theirs to read. If that is not right, link both tickets to a notice instead.',
      tick: 'All of them may read every answer from now on',
    },
    merge: 'Merge the tickets',
    problems: {
      empty: 'Enter the reference of the ticket that stays',
      'no-such-ticket': 'There is no such ticket, or you may not open it',
      itself: 'Enter the reference of another ticket',
      closed: 'This ticket is closed already',
      held: 'This ticket is held until its address is confirmed, and cannot be merged',
      'other-closed': 'That ticket is closed. Choose one that is open',
      'other-held': 'That ticket is held until its address is confirmed. Choose another',
      'waits-for-agreement':
        'One of them is about somebody who has not agreed to it. It is not merged with a ticket that others read before that',
      'was-refused':
        'One of them is about somebody who said no to being helped. Merged, nobody would get the answers to the other',
      'both-wait':
        'Both wait for somebody to agree to being helped, each with a link of their own. Merge them once one has answered',
      'other-way-round':
        'Somebody has still to agree to being helped here, and answers for this ticket alone. Merge that ticket into this one instead',
      'two-people': 'Say whether all of them may read the answers, or do not merge them',
    },
  },
});

export type MergeTicketsWords = (typeof mergeTicketsWords)['en'];
