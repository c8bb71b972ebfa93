/** Tests of what the porter reads out of C. */
package org.ringbook.porter;
