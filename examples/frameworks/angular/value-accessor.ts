import { Directive, ElementRef, forwardRef, inject } from '@angular/core';
import {
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  type ControlValueAccessor,
  type ValidationErrors,
  type Validator,
} from '@angular/forms';
import type { DvkElements } from '@dvk/elements/jsx';

/** The fields with a value that is a text; `<dvk-file-field>` has a list. */
type Field = DvkElements['dvk-text-field' | 'dvk-date-field' | 'dvk-choice-field' | 'dvk-place-field']['element'];

/**
 * Lets Angular's forms – `formControlName`, `ngModel` – read and set our fields, and shows Angular their validity. Import it
 * into each component that uses one, beside `CUSTOM_ELEMENTS_SCHEMA`.
 */
@Directive({
  selector:
    'dvk-text-field[formControlName],dvk-text-field[formControl],dvk-text-field[ngModel],' +
    'dvk-date-field[formControlName],dvk-date-field[formControl],dvk-date-field[ngModel],' +
    'dvk-choice-field[formControlName],dvk-choice-field[formControl],dvk-choice-field[ngModel],' +
    'dvk-place-field[formControlName],dvk-place-field[formControl],dvk-place-field[ngModel],' +
    'dvk-unit-field[formControlName],dvk-unit-field[formControl],dvk-unit-field[ngModel]',
  host: { '(input)': 'changed()', '(change)': 'changed()', '(focusout)': 'touched()' },
  providers: [
    { provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => DvkValueAccessor), multi: true },
    { provide: NG_VALIDATORS, useExisting: forwardRef(() => DvkValueAccessor), multi: true },
  ],
})
export class DvkValueAccessor implements ControlValueAccessor, Validator {
  readonly #field: Field = inject<ElementRef<Field>>(ElementRef).nativeElement;
  #onChange: (value: string) => void = () => {};
  protected touched: () => void = () => {};

  protected changed(): void {
    this.#onChange(this.#field.value);
  }

  writeValue(value: string | null): void {
    this.#field.value = value ?? '';
  }

  registerOnChange(onChange: (value: string) => void): void {
    this.#onChange = onChange;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(isDisabled: boolean): void {
    this.#field.disabled = isDisabled;
  }

  validate(): ValidationErrors | null {
    const { validity, validationMessage } = this.#field;
    return !validity || validity.valid ? null : { dvk: validationMessage };
  }
}
