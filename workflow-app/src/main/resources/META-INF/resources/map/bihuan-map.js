/* Joins Leaflet to the server's MapSurface. The ground is our own borders; tiles are optional. */
(function () {
    'use strict';

    // From which zoom on the borders and the names of a kind are shown. Earlier kinds are drawn above later ones.
    const KINDS = [
        {kind: 'STREET', borders: 0, names: 11, until: 15, style: {color: '#5b6573', weight: 2}},
        {kind: 'COMMUNITY', borders: 13, names: 14.5, until: 16.5, style: {color: '#8391a3', weight: 1.2}},
        {kind: 'GRID', borders: 15, names: 16.5, until: 99, style: {color: '#a9b4c2', weight: 1, dashArray: '4 3'}}
    ];
    // Near enough to tell one building from the next; a tap from further away is followed by going this near.
    const NEAR = 16.5;
    const LINE_HEIGHT = 16;
    const CHARACTER_WIDTH = 13;
    const PIN = '<svg viewBox="0 0 32 42" width="32" height="42" aria-hidden="true"><path d="M16 41C16 41 30 25 30 15'
        + 'A14 14 0 0 0 2 15C2 25 16 41 16 41Z" fill="#c9302c" stroke="#fff" stroke-width="2"/>'
        + '<circle cx="16" cy="15" r="5" fill="#fff"/></svg>';

    // Maps on one page share what they load.
    const loaded = new Map();

    function borders(unit, kind) {
        const key = unit + ' ' + kind;
        if (!loaded.has(key)) {
            loaded.set(key, load(unit, kind).catch(function (error) {
                loaded.delete(key);
                throw error;
            }));
        }
        return loaded.get(key);
    }

    function load(unit, kind) {
        const address = new URL('map/borders.json', document.baseURI);
        address.searchParams.set('under', unit);
        address.searchParams.set('kind', kind);
        return fetch(address).then(function (response) {
            if (!response.ok) {
                throw new Error('borders: ' + response.status);
            }
            return response.json();
        });
    }

    function note(map, text) {
        const control = L.control({position: 'bottomleft'});
        control.onAdd = function () {
            const box = L.DomUtil.create('div', 'bihuan-map-notice');
            box.textContent = text;
            return box;
        };
        control.addTo(map);
    }

    function shortName(name) {
        return name.replace(/(街道|居委会|居民委员会)$/, '');
    }

    function create(element, options) {
        const map = L.map(element, {
            preferCanvas: true,
            zoomControl: false,
            attributionControl: Boolean(options.attribution),
            zoomSnap: 0.25,
            minZoom: 9,
            maxZoom: 19,
            maxBoundsViscosity: 1
        });
        const names = L.layerGroup().addTo(map);
        map.createPane('bihuan-ground').style.zIndex = '401';
        map.createPane('bihuan-highlight').style.zIndex = '402';
        const layers = KINDS.map(function (level, index) {
            const pane = map.createPane('bihuan-' + level.kind);
            pane.style.zIndex = String(420 - index);
            return {level: level, layer: null, wanted: false, features: []};
        });
        let pin = null;
        let grid = null;
        let editable = options.editable;
        let fitted = false;
        let failed = false;
        let approach = null;

        L.control.zoom({zoomInTitle: options.zoomIn, zoomOutTitle: options.zoomOut}).addTo(map);
        L.control.scale({imperial: false, position: 'bottomright'}).addTo(map);
        if (options.attribution) {
            map.attributionControl.setPrefix(false);
        }
        if (options.tileUrl) {
            L.tileLayer(options.tileUrl, {attribution: options.attribution, maxZoom: 19}).addTo(map);
        }
        if (options.notice) {
            note(map, options.notice);
        }
        map.setView([36.1, 120.38], 12);

        function loadFailed(error) {
            console.warn(error);
            if (!failed) {
                failed = true;
                note(map, options.failed);
            }
        }

        function request(entry) {
            if (entry.wanted || !options.units) {
                return;
            }
            entry.wanted = true;
            const level = entry.level;
            Promise.all(options.units.split(',').map(function (unit) {
                return borders(unit, level.kind);
            })).then(function (collections) {
                const features = collections.flatMap(function (one) {
                    return one.features;
                });
                const style = Object.assign({fill: false}, level.style);
                entry.layer = L.geoJSON(features, {style: style, interactive: false, pane: 'bihuan-' + level.kind});
                entry.layer.eachLayer(function (polygon) {
                    entry.features.push({
                        name: shortName(polygon.feature.properties.name),
                        at: L.PolyUtil.polygonCenter(polygon.getLatLngs()[0], map.options.crs)
                    });
                });
                if (level.kind === 'STREET' && features.length) {
                    if (!options.tileUrl) {
                        const ground = {stroke: false, fillColor: '#ffffff', fillOpacity: 1};
                        L.geoJSON(features, {style: ground, interactive: false, pane: 'bihuan-ground'}).addTo(map);
                    }
                    map.setMaxBounds(entry.layer.getBounds().pad(0.6));
                    fit();
                }
                draw();
            }).catch(loadFailed);
        }

        // A hidden map has no size; it is fitted once it has one.
        function fit() {
            if (fitted || element.clientWidth === 0) {
                return;
            }
            if (approach) {
                fitted = true;
                map.setView(approach, NEAR, {animate: false});
            } else if (layers[0].features.length) {
                fitted = true;
                map.fitBounds(layers[0].layer.getBounds(), {
                    animate: false,
                    paddingTopLeft: [8, 8],
                    paddingBottomRight: [8, 36]
                });
            }
        }

        function draw() {
            const zoom = map.getZoom();
            const taken = [];
            names.clearLayers();
            layers.forEach(function (entry) {
                const shown = zoom >= entry.level.borders;
                if (shown) {
                    request(entry);
                }
                if (entry.layer) {
                    if (shown) {
                        entry.layer.addTo(map);
                    } else {
                        entry.layer.remove();
                    }
                }
                if (zoom >= entry.level.names && zoom < entry.level.until) {
                    entry.features.forEach(function (feature) {
                        label(feature, entry.level.kind, taken);
                    });
                }
            });
        }

        // Names that would lie on another one are left out; they come when the map is nearer.
        function label(feature, kind, taken) {
            if (!map.getBounds().contains(feature.at)) {
                return;
            }
            const at = map.latLngToContainerPoint(feature.at);
            const half = feature.name.length * CHARACTER_WIDTH / 2;
            const box = {left: at.x - half, right: at.x + half, top: at.y - LINE_HEIGHT / 2, bottom: at.y + LINE_HEIGHT / 2};
            const hidden = taken.some(function (other) {
                return box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
            });
            if (hidden) {
                return;
            }
            taken.push(box);
            const text = document.createElement('span');
            text.textContent = feature.name;
            names.addLayer(L.marker(feature.at, {
                interactive: false,
                keyboard: false,
                icon: L.divIcon({className: 'bihuan-map-name bihuan-map-name-' + kind.toLowerCase(), html: text, iconSize: [0, 0]})
            }));
        }

        function pick(at, accuracy) {
            if (!editable) {
                return;
            }
            const place = at.wrap();
            setPin(place);
            if (map.getZoom() < NEAR - 1.5) {
                map.setView(place, NEAR);
            }
            element.$server.picked(round(place.lng), round(place.lat), accuracy);
        }

        function round(degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }

        function setPin(at) {
            if (pin) {
                pin.remove();
                pin = null;
            }
            if (at) {
                pin = L.marker(at, {
                    draggable: editable,
                    keyboard: false,
                    interactive: editable,
                    autoPan: true,
                    icon: L.divIcon({className: 'bihuan-map-pin', html: PIN, iconSize: [32, 42], iconAnchor: [16, 41]})
                }).addTo(map);
                pin.on('dragend', function () {
                    pick(pin.getLatLng(), -1);
                });
            }
        }

        function highlight(code) {
            if (grid) {
                grid.remove();
                grid = null;
            }
            surface.highlighted = code;
            if (!code) {
                return;
            }
            borders(code, 'GRID').then(function (collection) {
                if (surface.highlighted !== code) {
                    return;
                }
                grid = L.geoJSON(collection, {
                    interactive: false,
                    pane: 'bihuan-highlight',
                    style: {color: '#1f5fbf', weight: 2, fillColor: '#1f5fbf', fillOpacity: 0.14}
                }).addTo(map);
            }).catch(loadFailed);
        }

        const surface = {
            highlighted: null,
            show: function (longitude, latitude, code, nearer) {
                const at = longitude === null ? null : L.latLng(latitude, longitude);
                setPin(at);
                highlight(code);
                if (at && nearer) {
                    approach = at;
                    fit();
                } else if (at && !map.getBounds().contains(at)) {
                    map.panTo(at);
                }
            },
            setEditable: function (value) {
                editable = value;
                setPin(pin && pin.getLatLng());
            },
            pickCentre: function () {
                pick(map.getCenter(), -1);
            },
            locate: function () {
                if (!window.isSecureContext) {
                    element.$server.notFound('INSECURE');
                } else if (!navigator.geolocation) {
                    element.$server.notFound('UNAVAILABLE');
                } else {
                    navigator.geolocation.getCurrentPosition(function (position) {
                        const at = L.latLng(position.coords.latitude, position.coords.longitude);
                        map.setView(at, Math.max(map.getZoom(), NEAR));
                        pick(at, position.coords.accuracy);
                    }, function (error) {
                        element.$server.notFound({1: 'REFUSED', 2: 'UNAVAILABLE', 3: 'TIMEOUT'}[error.code] || 'UNAVAILABLE');
                    }, {enableHighAccuracy: true, timeout: 10000, maximumAge: 60000});
                }
            },
            remove: function () {
                sizes.disconnect();
                map.remove();
            }
        };

        const sizes = new ResizeObserver(function () {
            map.invalidateSize();
            fit();
        });
        sizes.observe(element);
        map.on('click', function (event) {
            pick(event.latlng, -1);
        });
        map.on('moveend zoomend', draw);
        draw();
        return surface;
    }

    window.bihuanMap = {
        start: function (element, options) {
            if (element.bihuanSurface) {
                element.bihuanSurface.remove();
            }
            element.bihuanSurface = create(element, options);
        },
        of: function (element) {
            return element.bihuanSurface;
        }
    };
})();
