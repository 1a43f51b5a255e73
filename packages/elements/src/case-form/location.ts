import type { ReactiveControllerHost } from 'lit';
import type { Location } from '@dvk/sdk/cases';

export type LocationFailure = 'denied' | 'failed' | 'outside';

/** Longer than a telephone needs under open sky, shorter than people wait. */
const timeout = 20_000;
/** What the contract takes: Việt Nam with its islands. */
const bounds = { lat: [6, 23.6], lon: [102, 118], accuracyMetres: [0, 100_000] } as const;

/** Where the person stands, if they ask for it. The device is asked when they press the button, never before. */
export class OwnLocation {
  value: Location | undefined;
  isAsking = false;
  failure: LocationFailure | undefined;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #onChange: () => void;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** Pages without TLS have no location, and portals can forbid it to what they embed. */
  get isPossible(): boolean {
    const { featurePolicy } = document as { featurePolicy?: { allowsFeature: (name: string) => boolean } };
    return isSecureContext && 'geolocation' in navigator && featurePolicy?.allowsFeature('geolocation') !== false;
  }

  readonly ask = (): void => {
    this.isAsking = true;
    this.failure = undefined;
    this.#host.requestUpdate();
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lon, accuracy: accuracyMetres } }) => {
        const found = { lat, lon, accuracyMetres };
        if (isTaken(found)) this.#end(found);
        else this.#end(undefined, 'outside');
      },
      ({ code }) => this.#end(undefined, code === 1 ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout, maximumAge: 60_000 },
    );
  };

  #end(value: Location | undefined, failure?: LocationFailure): void {
    // The person has emptied the form meanwhile.
    if (!this.isAsking) return;
    this.isAsking = false;
    this.value = value ?? this.value;
    this.failure = failure;
    this.#host.requestUpdate();
    this.#onChange();
  }

  readonly clear = (): void => {
    this.restore(undefined);
    this.#onChange();
  };

  /** As a draft holds it; anything else counts as none. */
  restore(stored: string | undefined): void {
    this.isAsking = false;
    this.failure = undefined;
    this.value = undefined;
    try {
      const value = JSON.parse(stored ?? 'null') as Location | null;
      if (value && isTaken(value)) this.value = value;
    } catch {
      // No location.
    }
    this.#host.requestUpdate();
  }
}

function isTaken(location: Location): boolean {
  return (Object.keys(bounds) as (keyof Location)[]).every((name) => {
    const [least, most] = bounds[name];
    return location[name] >= least && location[name] <= most;
  });
}
