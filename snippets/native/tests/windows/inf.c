/*
 * A strict reader of rbe.inf: every section, file and string that is named is there, the
 * required directives are, the hardware id is the driver's device, and each keyword that
 * the driver reads is offered. Nobody installed it. (install/general-syntax-rules-for-inf-files)
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bench.h"

enum { MOST_LINES = 400, LINE = 200 };

static struct {
    char section[64], key[64], value[LINE], whole[LINE];
} lines[MOST_LINES];
static int count;

static char *trim(char *text)
{
    char *end;

    while (isspace((unsigned char)*text))
        text++;
    end = text + strlen(text);
    while (end > text && isspace((unsigned char)end[-1]))
        *--end = '\0';
    return text;
}

static void cut_comment(char *text)
{
    bool quoted = false;

    for (; *text && (quoted || *text != ';'); text++)
        quoted ^= *text == '"';
    *text = '\0';
}

static void add_line(const char *section, char *text)
{
    char *equals = strchr(text, '=');

    snprintf(lines[count].section, sizeof lines[count].section, "%s", section);
    snprintf(lines[count].whole, LINE, "%s", text);
    if (equals) {
        *equals = '\0';
        snprintf(lines[count].value, LINE, "%s", trim(equals + 1));
    }
    snprintf(lines[count].key, sizeof lines[count].key, "%.63s", trim(text));
    count++;
}

static bool read_inf(void)
{
    FILE *file = fopen("drivers/windows/rbe.inf", "r");
    char text[LINE], section[64] = "";

    count = 0;
    while (file && fgets(text, sizeof text, file)) {
        char *line;
        cut_comment(text);
        line = trim(text);
        if (*line == '[' && line[strlen(line) - 1] == ']')
            snprintf(section, sizeof section, "%.*s", (int)strlen(line) - 2, line + 1);
        else if (*line && count < MOST_LINES)
            add_line(section, line);
    }
    if (file)
        fclose(file);
    return file != NULL;
}

static bool has_section(const char *name)
{
    int i;

    for (i = 0; i < count; i++)
        if (strcasecmp(lines[i].section, name) == 0)
            return true;
    printf("# no section [%s]\n", name);
    return false;
}

static const char *value_of(const char *section, const char *key)
{
    int i;

    for (i = 0; i < count; i++)
        if (strcasecmp(lines[i].section, section) == 0 && strcasecmp(lines[i].key, key) == 0)
            return lines[i].value;
    printf("# [%s] has no %s\n", section, key);
    return "";
}

static void directives(void)
{
    tap_check(read_inf());
    tap_check(strcmp(value_of("Version", "Signature"), "\"$Windows NT$\"") == 0);
    tap_check(strcasecmp(value_of("Version", "Class"), "Net") == 0);
    tap_check(strcasecmp(value_of("Version", "ClassGUID"),
                         "{4d36e972-e325-11ce-bfc1-08002be10318}") == 0);
    tap_check(*value_of("Version", "Provider") && *value_of("Version", "CatalogFile"));
    tap_check(strchr(value_of("Version", "DriverVer"), ',') != NULL);
    tap_check(strtol(value_of("Rbe.ndi.NT", "*IfType"), NULL, 0) == IF_TYPE_ETHERNET_CSMACD);
    tap_check(strtol(value_of("Rbe.ndi.NT", "*PhysicalMediaType"), NULL, 0) ==
              NdisPhysicalMedium802_3);
    tap_check(strtol(value_of("Rbe.ndi.NT", "Characteristics"), NULL, 0) & 4);
    tap_check(strtol(value_of("Rbe.ndi.NT", "BusType"), NULL, 0) == PCIBus);
    tap_equal(12, strtol(value_of("DestinationDirs", "DefaultDestDir"), NULL, 0));
}

/* Each of a list of sections, parted by commas. */
static void named_sections(const char *list)
{
    char copy[LINE], *name;

    snprintf(copy, sizeof copy, "%s", list);
    for (name = strtok(copy, ","); name; name = strtok(NULL, ","))
        tap_check(has_section(trim(name)));
}

static void sections(void)
{
    char id[64];

    tap_check(read_inf());
    tap_check(has_section("Ringbook.NTamd64.6.2"));
    tap_check(strcmp(value_of("Manufacturer", "%Ringbook%"), "Ringbook,NTamd64.6.2") == 0);
    snprintf(id, sizeof id, "Rbe.ndi,PCI\\VEN_%04X&DEV_%04X", RBE_VENDOR_ID, RBE_DEVICE_ID);
    tap_check(strcmp(value_of("Ringbook.NTamd64.6.2", "%Rbe.Description%"), id) == 0);
    named_sections(value_of("Rbe.ndi.NT", "AddReg"));
    named_sections(value_of("Rbe.ndi.NT", "CopyFiles"));
    tap_check(strncmp(value_of("Rbe.ndi.NT.Services", "AddService"), "rbe,2,Rbe.service", 17) == 0);
    tap_check(strcmp(value_of("Rbe.service", "ServiceBinary"), "%12%\\rbe.sys") == 0);
    tap_equal(1, strtol(value_of("Rbe.service", "ServiceType"), NULL, 0));
    tap_check(*value_of("SourceDisksFiles", "rbe.sys") && *value_of("SourceDisksNames", "1"));
}

static bool is_string(const char *from, size_t length)
{
    int i;

    for (i = 0; i < count; i++)
        if (strcasecmp(lines[i].section, "Strings") == 0 && strlen(lines[i].key) == length &&
            strncasecmp(lines[i].key, from, length) == 0)
            return true;
    return false;
}

static void strings_are_there(void)
{
    int i;

    tap_check(read_inf());
    for (i = 0; i < count; i++) {
        const char *open = strchr(lines[i].whole, '%'), *close;
        for (; open && (close = strchr(open + 1, '%')); open = strchr(close + 1, '%'))
            if (!isdigit((unsigned char)open[1]) && /* %12% is a folder */
                !tap_check(is_string(open + 1, (size_t)(close - open - 1))))
                printf("# in [%s]: %s\n", lines[i].section, lines[i].whole);
    }
}

static bool offers(const char *keyword)
{
    int i;
    char path[96];

    snprintf(path, sizeof path, "Ndi\\params\\%s, Default", keyword);
    for (i = 0; i < count; i++)
        if (strcmp(lines[i].section, "Rbe.parameters") == 0 && strstr(lines[i].whole, path))
            return true;
    printf("# %s is not offered\n", keyword);
    return false;
}

/* The driver's own table is read: KEYWORD(L"*Name", … */
static void keywords_are_offered(void)
{
    FILE *file = fopen("drivers/windows/rbe_attributes.c", "r");
    char text[LINE], name[64];
    int found = 0;

    tap_check(read_inf() && file);
    while (file && fgets(text, sizeof text, file))
        if (sscanf(text, " KEYWORD(L\"%63[^\"]\"", name) == 1) {
            found++;
            tap_check(offers(name));
        }
    if (file)
        fclose(file);
    tap_equal(9, found);
}

static bool is_registered(const char *feature)
{
    FILE *file = fopen("drivers/windows/exceptions.tsv", "r");
    char text[LINE];
    bool found = false;

    while (file && fgets(text, sizeof text, file))
        found |= strncmp(text, feature, strlen(feature)) == 0 && text[strlen(feature)] == '\t';
    if (file)
        fclose(file);
    return found;
}

/* Each stub stands in the register. */
static void exceptions_are_registered(void)
{
    FILE *file = fopen("drivers/windows/rbe_oid.c", "r");
    char text[LINE], feature[64];
    int found = 0;

    while (file && fgets(text, sizeof text, file))
        if (sscanf(text, " DP_PORTING_EXCEPTION(\"%63[^\"]\"", feature) == 1) {
            found++;
            tap_check(is_registered(feature));
        }
    if (file)
        fclose(file);
    tap_equal(6, found);
}

const struct tap_case inf_cases[] = {
    {"inf-directives", directives},
    {"inf-sections", sections},
    {"inf-strings", strings_are_there},
    {"inf-keywords", keywords_are_offered},
    {"exceptions-are-registered", exceptions_are_registered},
};
const size_t inf_count = sizeof inf_cases / sizeof inf_cases[0];
