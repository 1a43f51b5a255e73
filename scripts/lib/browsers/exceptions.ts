/** What may be used although a supported browser lacks it: never silently, and the guide says so. */

/** What a source uses only after it has asked whether it is there, and what it does without. */
export const askedFor: Readonly<Record<string, string>> = {
  Segmenter: 'characters are counted by their code points',
  'Segmenter.segment': 'characters are counted by their code points',
  'Navigator.share': 'there is no button to share',
  'HTMLElement.popover': 'a list is placed all the same; what clips its field can clip it',
  'HTMLElement.showPopover': 'a list is placed all the same; what clips its field can clip it',
  'HTMLElement.hidePopover': 'a list is placed all the same; what clips its field can clip it',
};

/** The same as {@link askedFor}, by the names of a built file, and what dependencies ask for before they use it. */
export const askedInBundles: Readonly<Record<string, string>> = {
  'Intl.Segmenter': 'characters are counted by their code points',
  '.segment()': 'characters are counted by their code points',
  '.showPopover()': 'a list is placed all the same; what clips its field can clip it',
  '.hidePopover()': 'a list is placed all the same; what clips its field can clip it',
  '.getSupportedFormats()': 'there is no button to scan',
  '.createPolicy()': 'lit: templates are trusted as they are',
  'Error.captureStackTrace': 'errors keep their own stack',
  'AbortSignal.any': 'ky: it leaves the signals alone, and the client ends each attempt itself',
};

/** What a sheet may use although a browser lacks it, and what is seen there instead. */
export const niceties: Readonly<Record<string, string>> = {
  'field-sizing': 'a box keeps its number of rows',
  'field-sizing: content': 'a box keeps its number of rows',
  '::details-content': 'what is folded stays folded on paper',
  'content-visibility': 'what is folded stays folded on paper',
  'content-visibility: visible': 'what is folded stays folded on paper',
  'font-size-adjust': 'where there is only a type wider than Times, less is on a sheet of paper',
  'break-after: avoid': 'a heading may stand at the end of a sheet of paper',
  orphans: 'a line may stand alone at the end of a sheet of paper',
  widows: 'a line may stand alone at the head of a sheet of paper',
  resize: 'phones size boxes themselves',
  'resize: none': 'phones size boxes themselves',
  'resize: vertical': 'phones size boxes themselves',
  'cursor: pointer': 'phones have no pointer',
  'cursor: not-allowed': 'phones have no pointer',
  'cursor: zoom-in': 'phones have no pointer',
  'cursor: default': 'phones have no pointer',
  '::-webkit-progress-bar': 'each engine has its own name for the bar of a progress',
  '::-webkit-progress-value': 'each engine has its own name for the bar of a progress',
  '::-moz-progress-bar': 'each engine has its own name for the bar of a progress',
  'print-color-adjust': 'written with the prefix of Chrome too',
  'print-color-adjust: exact': 'written with the prefix of Chrome too',
  'text-wrap': 'lines of a heading may differ in length',
  'text-wrap: wrap': 'lines of a heading may differ in length',
  'text-wrap: balance': 'lines of a heading may differ in length',
  'content-visibility: auto': 'rows out of sight are drawn too',
  'contain-intrinsic-size': 'rows out of sight are drawn too',
  'forced-color-adjust': 'Safari forces no colours',
  'forced-color-adjust: none': 'Safari forces no colours',
};
