def to_markdown(lines):
    return "\n".join("**{role}**: {content}".format(**line) for line in lines)


def words(lines):
    counts = {}
    for line in lines:
        role = line.get("role")
        counts[role] = counts.get(role, 0) + len(line["content"].split())
    return counts
