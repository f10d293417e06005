import { deskNoticesAddress } from '../../addresses.ts';

export const newNoticeAddress = `${deskNoticesAddress}/new`;
export const noticeAddress = (id: string, step?: 'change' | 'end' | 'answer'): string =>
  [deskNoticesAddress, id, ...(step ? [step] : [])].join('/');
