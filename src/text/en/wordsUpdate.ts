/** A newer template that words things otherwise and gives the same access. */
export const wordsUpdate = {
  title: 'This offer is accepted already; only its wording differs',
  what: 'The template gives the same access as what is stored; only names or descriptions differ. You can accept the new wording as an update, or leave what is stored.',
  only: 'Only the wording differs: names or descriptions. The access stays as it is.',
};
