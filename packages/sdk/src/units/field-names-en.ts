/** What is known of a unit, in English, by the names of the fields in events. */
export const unitFieldNamesEn: Readonly<Record<string, string>> = {
  name: 'Name',
  code: 'Code',
  kind: 'Kind of unit',
  partyParentId: 'Above it in the Party',
  administrativeParentId: 'Above it in the administration',
  validFrom: 'First day',
  validTo: 'Last day',
  identificationCode: 'Identification code',
  placeCode: 'Area',
  topics: 'Topics',
  externalId: 'Code in another system',
  address: 'Address',
  phone: 'Telephone',
  email: 'Email',
  formerStates: 'Former names and places',
};
