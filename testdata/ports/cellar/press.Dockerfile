FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /press ./cmd/press

FROM gcr.io/distroless/static-debian12
COPY --from=build /press /press
EXPOSE 8800
ENTRYPOINT ["/press"]
