import { catalogue } from '../../kernel/words.ts';

export const dataFolderWords = catalogue({
  en: {
    inUse: (folder: string, pid: number) =>
      `Gatehouse is already running on ${folder} (process ${pid}). Stop it, or choose another folder with --data.`,
    otherProfile: (folder: string, made: string, wanted: string) =>
      `The data folder ${folder} was made by the profile "${made}", not "${wanted}". Choose another folder with --data.`,
    newer: (folder: string, made: string, ours: string) =>
      `The data folder ${folder} was last used by Gatehouse ${made}, which is newer than this one (${ours}). Update Gatehouse, or choose another folder with --data.`,
    unreadable: (file: string) =>
      `${file} is damaged. Restore it from a backup, or choose another folder with --data.`,
    notWritable: (folder: string) =>
      `Gatehouse may not write to the data folder ${folder}. Give this user that right, or choose another folder with --data.`,
  },
});
