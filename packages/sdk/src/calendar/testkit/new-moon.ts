/*
 * The moment of a new moon, to about a minute: the mean lunation with its largest periodic terms, as in the astronomical
 * literature (J. Meeus, Astronomical Algorithms, ch. 49). Only tests use it, to check the table of Tết dates against the
 * sky; the product itself never computes a holiday.
 */

const radians = Math.PI / 180;

function newMoon(lunation: number): number {
  const centuries = lunation / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * lunation + 0.00015437 * centuries ** 2;
  const eccentricity = 1 - 0.002516 * centuries;
  const sun = (2.5534 + 29.1053567 * lunation) * radians;
  const moon = (201.5643 + 385.81693528 * lunation + 0.0107582 * centuries ** 2) * radians;
  const latitude = (160.7108 + 390.67050284 * lunation) * radians;
  const terrestrial =
    mean -
    0.4072 * Math.sin(moon) +
    0.17241 * eccentricity * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * latitude) +
    0.00739 * eccentricity * Math.sin(moon - sun) -
    0.00514 * eccentricity * Math.sin(moon + sun) +
    0.00208 * eccentricity ** 2 * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * latitude) -
    0.00057 * Math.sin(moon + 2 * latitude);
  const secondsAheadOfUtc = 70;
  return (terrestrial - 2_440_587.5) * 86_400_000 - secondsAheadOfUtc * 1000;
}

/** The new moon nearest to a moment, in milliseconds since 1970. */
export function newMoonNear(ms: number): number {
  const lunation = Math.round((ms / 86_400_000 + 2_440_587.5 - 2_451_550.09766) / 29.530588861);
  const near = [lunation - 1, lunation, lunation + 1].map(newMoon);
  return near.reduce((best, moon) => (Math.abs(moon - ms) < Math.abs(best - ms) ? moon : best));
}
