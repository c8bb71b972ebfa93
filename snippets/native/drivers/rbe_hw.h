/*
 * Registers of the 82540EM (PCI 8086:100e) that a driver of this class of device uses:
 * byte offsets in BAR 0 and bits (8254x SDM 13.4 and 13.5; statistics 13.7). Names are
 * the manual's; a bit carries the name of its register. Numbers only: no type and no
 * header is needed, so every kernel's driver includes it, and the device model too.
 */
#ifndef RBE_HW_H
#define RBE_HW_H

#define RBE_VENDOR_ID 0x8086
#define RBE_DEVICE_ID 0x100e
#define RBE_BAR_BYTES 0x20000u /* of BAR 0 */

#define RBE_CTRL 0x0000u
#define RBE_CTRL_FD 0x00000001u       /* full duplex */
#define RBE_CTRL_ASDE 0x00000020u     /* take the speed that the PHY found */
#define RBE_CTRL_SLU 0x00000040u      /* set link up */
#define RBE_CTRL_RST 0x04000000u      /* reset; clears itself */
#define RBE_CTRL_VME 0x40000000u      /* VLAN mode: tags go in where VLE asks, and out on receive */
#define RBE_CTRL_PHY_RST 0x80000000u
#define RBE_STATUS 0x0008u
#define RBE_STATUS_FD 0x00000001u
#define RBE_STATUS_LU 0x00000002u     /* link up */
#define RBE_STATUS_SPEED_1000 0x00000080u
#define RBE_EERD 0x0014u              /* EEPROM read */
#define RBE_EERD_START 0x00000001u
#define RBE_EERD_DONE 0x00000010u
#define RBE_EERD_ADDRESS_SHIFT 8
#define RBE_EERD_DATA_SHIFT 16
#define RBE_MDIC 0x0020u              /* to the PHY */
#define RBE_MDIC_REGISTER_SHIFT 16
#define RBE_MDIC_PHY_SHIFT 21
#define RBE_MDIC_OP_WRITE 0x04000000u
#define RBE_MDIC_OP_READ 0x08000000u
#define RBE_MDIC_READY 0x10000000u
#define RBE_MDIC_ERROR 0x40000000u
#define RBE_FCAL 0x0028u              /* flow control: address, type, pause time */
#define RBE_FCAH 0x002cu
#define RBE_FCT 0x0030u
#define RBE_VET 0x0038u               /* VLAN EtherType, 0x8100 after reset */
#define RBE_FCTTV 0x0170u

#define RBE_ICR 0x00c0u               /* interrupt causes; reading clears */
#define RBE_ITR 0x00c4u               /* least time between interrupts, units of 256 ns */
#define RBE_ICS 0x00c8u               /* sets causes */
#define RBE_IMS 0x00d0u               /* mask: ones enable */
#define RBE_IMC 0x00d8u               /* mask: ones disable */
#define RBE_ICR_TXDW 0x00000001u      /* transmit descriptor written back */
#define RBE_ICR_TXQE 0x00000002u      /* transmit ring empty */
#define RBE_ICR_LSC 0x00000004u       /* link changed */
#define RBE_ICR_RXSEQ 0x00000008u
#define RBE_ICR_RXDMT0 0x00000010u    /* receive descriptors run low */
#define RBE_ICR_RXO 0x00000040u       /* receiver overrun: a frame was lost */
#define RBE_ICR_RXT0 0x00000080u      /* a frame was stored */

#define RBE_RCTL 0x0100u
#define RBE_RCTL_EN 0x00000002u
#define RBE_RCTL_SBP 0x00000004u      /* store bad packets */
#define RBE_RCTL_UPE 0x00000008u      /* unicast promiscuous */
#define RBE_RCTL_MPE 0x00000010u      /* multicast promiscuous */
#define RBE_RCTL_LPE 0x00000020u      /* frames of more than 1522 bytes */
#define RBE_RCTL_MO_SHIFT 12          /* which 12 bits of a group address the table looks at */
#define RBE_RCTL_BAM 0x00008000u      /* accept broadcast */
#define RBE_RCTL_BSIZE_2048 0x00000000u
#define RBE_RCTL_BSIZE_1024 0x00010000u
#define RBE_RCTL_BSIZE_512 0x00020000u
#define RBE_RCTL_BSIZE_256 0x00030000u
#define RBE_RCTL_BSIZE_MASK 0x00030000u
#define RBE_RCTL_VFE 0x00040000u      /* filter VLAN identifiers */
#define RBE_RCTL_BSEX 0x02000000u     /* buffer sizes count sixteen times */
#define RBE_RCTL_SECRC 0x04000000u    /* strip the frame check sequence */

#define RBE_TCTL 0x0400u
#define RBE_TCTL_EN 0x00000002u
#define RBE_TCTL_PSP 0x00000008u      /* pad short packets; drivers pad themselves */
#define RBE_TCTL_CT_SHIFT 4           /* collision threshold, 15 */
#define RBE_TCTL_COLD_SHIFT 12        /* collision distance, 64 in full duplex */
#define RBE_TIPG 0x0410u
#define RBE_TIPG_COPPER 0x0060200au   /* 10, 8 and 6: for 1000BASE-T */

#define RBE_RDBAL 0x2800u
#define RBE_RDBAH 0x2804u
#define RBE_RDLEN 0x2808u             /* bytes, a multiple of 128 */
#define RBE_RDH 0x2810u
#define RBE_RDT 0x2818u
#define RBE_RDTR 0x2820u
#define RBE_RADV 0x282cu
#define RBE_TDBAL 0x3800u
#define RBE_TDBAH 0x3804u
#define RBE_TDLEN 0x3808u
#define RBE_TDH 0x3810u
#define RBE_TDT 0x3818u
#define RBE_TIDV 0x3820u
#define RBE_TADV 0x382cu

/* Statistics, all cleared by reading; of octets the upper half clears both. */
#define RBE_STATISTICS_FIRST 0x4000u
#define RBE_STATISTICS_LAST 0x40f8u
#define RBE_CRCERRS 0x4000u           /* frames with a wrong frame check sequence */
#define RBE_MPC 0x4010u               /* frames lost for want of descriptors */
#define RBE_PRC64 0x405cu             /* good frames of 64 bytes; five more sizes follow */
#define RBE_GPRC 0x4074u              /* good frames received */
#define RBE_BPRC 0x4078u              /* of them: broadcast */
#define RBE_MPRC 0x407cu              /* of them: multicast */
#define RBE_GPTC 0x4080u              /* good frames sent */
#define RBE_GORCL 0x4088u             /* octets of good frames received */
#define RBE_GORCH 0x408cu
#define RBE_GOTCL 0x4090u             /* octets of good frames sent */
#define RBE_GOTCH 0x4094u
#define RBE_RUC 0x40a4u               /* undersized */
#define RBE_ROC 0x40acu               /* oversized */
#define RBE_TORL 0x40c0u              /* octets of all frames heard */
#define RBE_TORH 0x40c4u
#define RBE_TOTL 0x40c8u
#define RBE_TOTH 0x40ccu
#define RBE_TPR 0x40d0u               /* all frames heard */
#define RBE_TPT 0x40d4u               /* all frames sent */
#define RBE_PTC64 0x40d8u
#define RBE_MPTC 0x40f0u
#define RBE_BPTC 0x40f4u
#define RBE_TSCTC 0x40f8u             /* contexts that had frames cut */

#define RBE_RXCSUM 0x5000u
#define RBE_RXCSUM_PCSS 0x000000ffu   /* where the packet checksum starts */
#define RBE_RXCSUM_IPOFL 0x00000100u  /* check IPv4 headers */
#define RBE_RXCSUM_TUOFL 0x00000200u  /* check TCP and UDP */
#define RBE_MTA 0x5200u               /* multicast table: 128 registers */
#define RBE_MTA_ENTRIES 128
#define RBE_RAL 0x5400u               /* receive address n at RAL + 8 * n, its rest at RAH */
#define RBE_RAH 0x5404u
#define RBE_RAH_AV 0x80000000u        /* the address is valid */
#define RBE_RECEIVE_ADDRESSES 16
#define RBE_VFTA 0x5600u              /* VLAN table: 128 registers */

#endif
