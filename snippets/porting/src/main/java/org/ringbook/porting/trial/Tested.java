package org.ringbook.porting.trial;

import java.util.List;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.illumos.IllumosExceptions;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosExceptions;
import org.ringbook.adapters.rtos.RtosHost;
import org.ringbook.adapters.windows.WindowsExceptions;
import org.ringbook.adapters.windows.WindowsHost;

/**
 * An adapter on trial.
 *
 * @param host boots its kernel
 * @param exceptions what it does not offer
 * @param code name of its package
 */
public record Tested(HostFactory host, ExceptionRegister exceptions, String code) {

  /** All adapters of the handbook. */
  public static List<Tested> all() {
    return List.of(
        of(LinuxHost::attach, LinuxExceptions.class),
        of(FreeBsdHost::new, FreeBsdHost.class),
        of(IflibHost::new, IflibHost.class),
        of(NetBsdHost::new, NetBsdHost.class),
        of(IllumosHost::attach, IllumosExceptions.class),
        of(WindowsHost::attach, WindowsExceptions.class),
        of(RtosHost::attach, RtosExceptions.class));
  }

  /** An adapter whose stubs stand in one class. */
  public static Tested of(HostFactory host, Class<?> stubs) {
    return new Tested(host, ExceptionRegister.of(stubs), stubs.getPackageName());
  }
}
