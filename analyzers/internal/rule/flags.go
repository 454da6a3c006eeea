package rule

import (
	"flag"
	"fmt"
	"strconv"
	"strings"
)

// Strings returns a flag value that sets *p to a comma-separated list.
func Strings(p *[]string) flag.Value { return (*stringList)(p) }

// Ints is Strings for numbers.
func Ints(p *[]int) flag.Value { return (*intList)(p) }

// Checked returns v with check called after every change: the vet tool has
// nobody else who would validate what its flags set.
func Checked(v flag.Value, check func() error) flag.Value { return checked{v, check} }

type checked struct {
	flag.Value
	check func() error
}

func (c checked) Set(s string) error {
	if err := c.Value.Set(s); err != nil {
		return err
	}
	return c.check()
}

// String has to work on the zero value, which package flag makes.
func (c checked) String() string {
	if c.Value == nil {
		return ""
	}
	return c.Value.String()
}

type stringList []string

func (l *stringList) String() string {
	if l == nil {
		return ""
	}
	return strings.Join(*l, ",")
}

func (l *stringList) Set(s string) error {
	*l = nil
	for item := range strings.SplitSeq(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			*l = append(*l, item)
		}
	}
	return nil
}

type intList []int

func (l *intList) String() string {
	if l == nil {
		return ""
	}
	s := make([]string, len(*l))
	for i, n := range *l {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, ",")
}

func (l *intList) Set(s string) error {
	*l = nil
	for item := range strings.SplitSeq(s, ",") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		n, err := strconv.Atoi(item)
		if err != nil {
			return fmt.Errorf("%q is not a number", item)
		}
		*l = append(*l, n)
	}
	return nil
}
