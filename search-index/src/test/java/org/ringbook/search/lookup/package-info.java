/**
 * Tests of the look-up, with made-up maps for the rules and the handbook's map for its promises.
 */
package org.ringbook.search.lookup;
