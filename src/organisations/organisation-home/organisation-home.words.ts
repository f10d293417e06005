import { catalogue } from '../../kernel/words.ts';

export const organisationHomeWords = catalogue({
  en: {
    branchOf: 'Branch of',
    people: {
      title: 'User management',
      about: 'Everybody who has access here, and who you can add, change or remove.',
      closed: (day: string | undefined) =>
        day
          ? `Everybody who has access here. You can look at the list, and download it, until ${day}. Nothing can be changed.`
          : 'Everybody who has access here. You can look at the list for now, and download it. Nothing can be changed.',
      counts: (active: number, invited: number, onLeave: number) =>
        [
          active === 1 ? '1 active person' : `${active} active people`,
          ...(invited > 0 ? [`${invited} invited`] : []),
          ...(onLeave > 0 ? [`${onLeave} on leave`] : []),
        ].join(', '),
      create: 'Create new user',
      createAbout: 'They get an invitation by email, with the roles you choose.',
    },
    waiting: {
      title: 'Waiting for you',
      requests: (count: number) =>
        count === 1
          ? '1 request for access waits for an answer'
          : `${count} requests for access wait for an answer`,
      leavers: (count: number) =>
        count === 1 ? '1 person is said to have left' : `${count} people are said to have left`,
      review: 'An access review is open: say who keeps their access',
      handover: 'You are asked to become the main contact',
      mainContact: (name: string) =>
        `${name || 'Somebody'} asks to become main contact: tell support if that is wrong`,
      invitations: (count: number) =>
        count === 1 ? '1 invitation waits for your answer' : `${count} invitations wait for your answer`,
    },
    roles: {
      title: 'What you can do here',
      role: 'Your role',
      service: 'Service',
      does: 'What it allows',
    },
    branches: {
      title: 'Branches',
      about: 'Whoever looks after the practice looks after its branches too.',
    },
    more: {
      title: 'More',
      requests: 'Requests for access',
      reviews: 'Access reviews',
      handOver: 'Hand over as main contact',
      left: 'Say that you, or somebody else, has left',
      access: 'All of your organisations',
    },
  },
});

export type OrganisationHomeWords = (typeof organisationHomeWords)['en'];
