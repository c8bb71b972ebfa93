/** What happens to a NetBSD driver that breaks a rule. */
package org.ringbook.adapters.netbsd;
