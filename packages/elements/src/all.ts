/** Defines every element. For pages that use most of them; otherwise import the single `define` entries. */
import './context/define.ts';
import './text-field/define.ts';
