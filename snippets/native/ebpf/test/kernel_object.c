#include "kernel_object.h"

#include <elf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(const char *file, size_t *bytes)
{
    FILE *from = fopen(file, "rb");
    char *all;

    if (!from)
        return NULL;
    fseek(from, 0, SEEK_END);
    *bytes = (size_t)ftell(from);
    rewind(from);
    all = calloc(1, *bytes + 1);
    if (fread(all, 1, *bytes, from) != *bytes)
        *bytes = 0;
    fclose(from);
    return all;
}

static Elf64_Shdr *sections(char *bytes)
{
    return (Elf64_Shdr *)(bytes + ((Elf64_Ehdr *)bytes)->e_shoff);
}

static Elf64_Shdr *section(char *bytes, const char *name)
{
    Elf64_Ehdr *head = (Elf64_Ehdr *)bytes;
    Elf64_Shdr *all = sections(bytes);
    const char *names = bytes + all[head->e_shstrndx].sh_offset;
    int i;

    for (i = 0; i < head->e_shnum; i++)
        if (!strcmp(names + all[i].sh_name, name))
            return &all[i];
    return NULL;
}

// tag::relocate[]
/* Two instructions hold a 64-bit constant: here a map's descriptor, and a mark that it is one. */
static bool relocate(struct object *to, const Elf64_Rel *place, const char *name, int map)
{
    struct bpf_insn *load = &to->code[place->r_offset / sizeof *load];

    if (ELF64_R_TYPE(place->r_info) != 1 /* R_BPF_64_64 */ || map < 0 ||
        place->r_offset / sizeof *load >= to->instructions) {
        fprintf(stderr, "%s: not a map of this program\n", name);
        return false;
    }
    load->src_reg = BPF_PSEUDO_MAP_FD;
    load->imm = map;
    return true;
}
// end::relocate[]

static bool relocate_all(struct object *to, int (*map)(const char *name))
{
    Elf64_Shdr *places = section(to->bytes, ".relxdp"), *symbols = section(to->bytes, ".symtab");
    const Elf64_Rel *place;
    const Elf64_Sym *symbol;
    const char *names, *name;
    size_t i;

    if (!places || !symbols)
        return false;
    place = (Elf64_Rel *)(to->bytes + places->sh_offset);
    symbol = (Elf64_Sym *)(to->bytes + symbols->sh_offset);
    names = to->bytes + sections(to->bytes)[symbols->sh_link].sh_offset;
    for (i = 0; i < places->sh_size / sizeof *place; i++) {
        name = names + symbol[ELF64_R_SYM(place[i].r_info)].st_name;
        if (!relocate(to, &place[i], name, map(name)))
            return false;
    }
    return true;
}

bool object_read(const char *file, int (*map)(const char *name), struct object *to)
{
    Elf64_Shdr *code, *license;
    size_t bytes = 0;

    to->bytes = read_all(file, &bytes);
    if (bytes < sizeof(Elf64_Ehdr) || memcmp(to->bytes, ELFMAG, SELFMAG) ||
        ((Elf64_Ehdr *)to->bytes)->e_machine != EM_BPF)
        return false;
    code = section(to->bytes, "xdp");
    license = section(to->bytes, "license");
    if (!code || !license)
        return false;
    to->code = (struct bpf_insn *)(to->bytes + code->sh_offset);
    to->instructions = code->sh_size / sizeof *to->code;
    to->license = to->bytes + license->sh_offset;
    return relocate_all(to, map);
}
