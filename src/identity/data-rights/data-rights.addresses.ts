export const dataAddress = '/account/data';
export const exportAddress = '/account/data/copy';
export const exportFileAddress = '/account/data/copy.json';
export const correctAddress = '/account/data/correct';
export const closeAddress = '/account/data/close';
