import type { LegalBasis } from '../law/index.ts';
import { placeKey } from '../places/place-key.ts';
import type { Commune, Places } from '../places/types.ts';

/** Where a matter of another province can go. */
export interface WayOut {
  /** Communes of the own province with the same name: probably what was meant. */
  likely: readonly Commune[];
  elsewhere: {
    name: { vi: string; en: string };
    url: string;
    basis: LegalBasis;
  };
}

/** The national portal, which takes reports and proposals for every province. */
export const nationalPortal: WayOut['elsewhere'] = {
  name: {
    vi: 'Cổng Dịch vụ công quốc gia, mục Phản ánh, kiến nghị',
    en: 'National Public Service Portal, reports and proposals',
  },
  url: 'https://dichvucong.gov.vn/p/phananhkiennghi/pakn-trang-chu.html',
  basis: {
    title: 'Cổng Dịch vụ công quốc gia',
    confidence: 'from-memory',
    note: 'Địa chỉ cần kiểm tra trước khi dùng.',
  },
};

/**
 * Where a matter goes that is in a commune of another province: to the communes of the same name in the own one, if that was
 * meant, else to the national portal. `undefined` for a commune of the own province.
 *
 * @param communeCode the commune that was chosen
 * @param province code of the province served
 */
export function whereToSend(places: Places, communeCode: string, province: string): WayOut | undefined {
  const chosen = places.communes.find(({ code }) => code === communeCode);
  if (chosen?.province === province) return undefined;
  const name = chosen && placeKey(chosen.name);
  const likely = places.communes.filter((each) => each.province === province && placeKey(each.name) === name);
  return { likely, elsewhere: nationalPortal };
}
