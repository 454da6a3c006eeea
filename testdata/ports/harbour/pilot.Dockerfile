FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/pilot ./cmd/pilot
RUN cat <<'END' > /out/wait.sh
#!/bin/sh
exec "$@"
END

FROM alpine:3.22
COPY --from=build /out/ /usr/bin/
COPY --chmod=755 <<'END' /start.sh
#!/bin/sh
export PORT="${PORT:-9300}"
exec pilot
END
EXPOSE 9300
ENTRYPOINT ["/start.sh"]
